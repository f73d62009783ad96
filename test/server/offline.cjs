// Loaded before a program: whatever it does to reach another machine, or to be reached, ends it with code 99.
const { writeSync } = require("node:fs");

function guard(target, ...names) {
  for (const name of names) {
    target[name] = () => {
      writeSync(2, `The network was asked for: ${name}\n${new Error().stack}\n`);
      process.exit(99);
    };
  }
}

const dns = require("node:dns");
const lookups = ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "resolveAny", "reverse"];
guard(dns, ...lookups);
guard(dns.promises, ...lookups);
const net = require("node:net");
guard(net, "connect", "createConnection");
guard(net.Socket.prototype, "connect");
guard(net.Server.prototype, "listen");
guard(require("node:tls"), "connect");
guard(require("node:dgram"), "createSocket");
guard(require("node:http2"), "connect");
for (const http of [require("node:http"), require("node:https")]) guard(http, "request", "get");
guard(globalThis, "fetch", "WebSocket", "EventSource");
