// Loaded before kinesis-local: what it has no setting for.
"use strict";
const fs = require("fs");
const net = require("net");
const path = require("path");
const Module = require("module");

// It listens on every interface, and once told to stop it waits for clients to hang up before it writes what it has.
const sockets = new Set();
let stopping = false;
process.on("SIGTERM", () => {
  stopping = true;
  for (const socket of sockets) hangUp(socket);
});
const hangUp = (socket) => socket.destroy(new Error("stopping"));
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const rest = args.filter((arg) => typeof arg !== "string" && typeof arg !== "number");
  const options = typeof args[0] === "object" && args[0] !== null ? rest.shift() : { port: args[0] };
  this.on("connection", (socket) => {
    if (stopping) return hangUp(socket);
    sockets.add(socket);
    return socket.once("close", () => sockets.delete(socket));
  });
  return listen.call(this, { ...options, host: "127.0.0.1" }, ...rest);
};

// It empties its data file before it writes it anew: killed in between, it could not start again. Told to stop while it
// writes, it begins once more, and what the torn down stream had to say was the end of the process.
const createWriteStream = fs.createWriteStream;
let drafts = 0;
fs.createWriteStream = function (file, options) {
  const draft = `${file}.${++drafts}.new`;
  const stream = createWriteStream.call(this, draft, options);
  stream.once("ready", () => process.nextTick(() => stream.on("error", () => fs.rmSync(draft, { force: true }))));
  const end = stream.end;
  stream.end = (done) =>
    end.call(stream, (failure) => {
      if (!failure) {
        fs.renameSync(draft, file);
        globalThis.keptStreams = globalThis.draftedStreams;
      }
      done(failure);
    });
  return stream;
};

const REPLACEMENTS = [
  // Each record written hashes all records of its shard, by the elements of a list: 64 of them tell lists apart as well.
  [
    "$p.bxg = (function(a, seed) {\n  var h = seed;\n  var l = a.y();",
    "$p.bxg = (function(a, seed) {\n  var h = seed;\n  var l = Math.min(a.y(), 64);",
  ],
  // A text is put together letter by letter, and each letter's link to the next takes twenty bytes until somebody reads the
  // text: a snapshot of 100 MB took half a minute and all of a heap of 4 GB, and so did a start on one.
  [
    '$p.o4 = (function(value, offset, count) {\n  var end = ((offset + count) | 0);\n  var result = "";',
    '$p.o4 = (function(value, offset, count) {\n  var end = ((offset + count) | 0);\n  var result = "";\n' +
      '  if (count > 64) return Buffer.from(value.a.buffer, value.a.byteOffset + 2 * offset, 2 * count).toString("utf16le");',
  ],
  [
    '((str) => $m_jl_String$().asW($m_ju_Base64$().Q4.ar1(str), "UTF-8"))',
    '((bytes) => Buffer.from(bytes.a.buffer, bytes.a.byteOffset, bytes.a.length).toString("base64"))',
  ],
  ["((str) => $m_ju_Base64$().a0g.aeE(str))", '((text) => new $ac_B(new Int8Array(Buffer.from(text, "base64"))))'],
  // What is on the disk already is not written again.
  [
    "var streams$1 = x$1.m();",
    "var streams$1 = x$1.m();\n" +
      "if (streams$1 === globalThis.keptStreams) return $m_Lcats_effect_IO$().zG;\n" +
      "globalThis.draftedStreams = streams$1;",
  ],
];
const compile = Module.prototype._compile;
Module.prototype._compile = function (source, file, ...rest) {
  if (path.basename(file) !== "main.js") return compile.call(this, source, file, ...rest);
  const replaced = REPLACEMENTS.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error("kinesis-local has changed: see preload.js");
    return text.replace(before, () => after);
  }, source);
  return compile.call(this, replaced, file, ...rest);
};

// What a killed one was writing.
for (const file of fs.readdirSync(process.env.PERSIST_PATH)) {
  if (file.endsWith(".new")) fs.rmSync(path.join(process.env.PERSIST_PATH, file));
}

// It keeps records for ever: what is past the retention is gone after a start.
const kept = path.join(process.env.PERSIST_PATH, "kinesis-data.json");
if (fs.existsSync(kept)) {
  const state = JSON.parse(fs.readFileSync(kept, "utf8"));
  for (const { shards, retentionPeriod } of Object.values(state.streams)) {
    const oldest = Date.now() / 1000 - retentionPeriod.length * 3600;
    for (const shard of Object.keys(shards)) {
      shards[shard] = shards[shard].filter((record) => record.ApproximateArrivalTimestamp >= oldest);
    }
  }
  fs.writeFileSync(`${kept}.new`, JSON.stringify(state));
  fs.renameSync(`${kept}.new`, kept);
}
