// Loaded before kinesis-local. It listens on every interface, has no setting for it, and empties its data file
// before it writes it anew: killed in between, it could not start again.
"use strict";
const fs = require("fs");
const net = require("net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const rest = args.filter((arg) => typeof arg !== "string" && typeof arg !== "number");
  const options = typeof args[0] === "object" && args[0] !== null ? rest.shift() : { port: args[0] };
  return listen.call(this, { ...options, host: "127.0.0.1" }, ...rest);
};

const createWriteStream = fs.createWriteStream;
fs.createWriteStream = function (path, options) {
  const draft = `${path}.new`;
  const stream = createWriteStream.call(this, draft, options);
  const end = stream.end;
  stream.end = (done) =>
    end.call(stream, (failure) => {
      if (!failure) fs.renameSync(draft, path);
      done(failure);
    });
  return stream;
};
