// Loaded before kinesis-local, which listens on every interface and has no setting for it.
"use strict";
const net = require("net");
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (...args) {
  const rest = args.filter((arg) => typeof arg !== "string" && typeof arg !== "number");
  const options = typeof args[0] === "object" && args[0] !== null ? rest.shift() : { port: args[0] };
  return listen.call(this, { ...options, host: "127.0.0.1" }, ...rest);
};
