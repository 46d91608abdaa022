'use strict';

// Lets time pass on a memcached: at once where it knows debugtime, as the fake does, and by waiting anywhere else.

const net = require('net');

const LIMIT_MILLIS = 30000;

function ask(connection, request, ending) {
  return new Promise((resolve, reject) => {
    let reply = '';
    connection.on('data', function collect(data) {
      reply += data;
      if (reply.endsWith(ending)) {
        connection.off('data', collect);
        resolve(reply);
      }
    });
    connection.once('error', reject);
    connection.write(request);
  });
}

async function now(connection) {
  return Number(/^STAT time (\d+)/m.exec(await ask(connection, 'stats\r\n', 'END\r\n'))[1]);
}

async function advance(server, seconds) {
  const [host, port] = server.split(':');
  const connection = net.connect(Number(port), host);
  try {
    if ((await ask(connection, `debugtime ${seconds}\r\n`, '\r\n')) === 'OK\r\n') {
      return;
    }
    const end = (await now(connection)) + seconds;
    const limit = Date.now() + seconds * 1000 + LIMIT_MILLIS;
    while ((await now(connection)) < end) {
      if (Date.now() > limit) {
        throw new Error(`the clock of ${server} stands still`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    connection.destroy();
  }
}

module.exports = { advance };
