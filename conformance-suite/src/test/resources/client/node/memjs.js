'use strict';

// Every operation of npm's memjs, which speaks the binary protocol, against the server named by the first argument.

const { promisify } = require('util');
const { Client } = require('memjs');
const { check, checkFails, run } = require('./check');
const clock = require('./server-clock');

const server = process.argv[2];
const client = Client.create(server, { retries: 1, timeout: 10, logger: { log() {} } });

async function get(key) {
  const { value } = await client.get(key);
  return value === null ? null : value.toString();
}

/** The statistics, which come to a callback with the name of the server before them. */
function stats(key) {
  return new Promise((resolve, reject) => {
    client.statsWithKey(key, (err, name, values) => (err ? reject(err) : resolve(values)));
  });
}

run(async () => {
  check('set', await client.set('k', 'value', {}), true);
  check('get', await get('k'), 'value');
  check('get of a missing key', await get('missing'), null);
  check('set of a buffer', await client.set('k', Buffer.from([0, 255, 13, 10]), {}), true);
  check('get of a buffer', (await client.get('k')).value, Buffer.from([0, 255, 13, 10]));
  check('flags', (await client.get('k')).flags, Buffer.from([0, 0, 0, 0]));
  check('set of a large value', await client.set('k', 'x'.repeat(1000000), {}), true);
  check('get of a large value', await get('k'), 'x'.repeat(1000000));
  await checkFails('set of a value that is too large', () => client.set('k', 'x'.repeat(3000000), {}), /too large/i);

  check('add', await client.add('added', '1', {}), true);
  check('add again', await client.add('added', '2', {}), false);
  check('replace', await client.replace('added', '3', {}), true);
  check('replace of a missing key', await client.replace('missing', '3', {}), false);
  check('after add and replace', await get('added'), '3');

  await checkFails('append to a missing key', () => client.append('missing', 'x'), /not stored/);
  await checkFails('prepend to a missing key', () => client.prepend('missing', 'x'), /not stored/);
  await client.set('k', 'b', {});
  check('append', await client.append('k', 'c'), true);
  check('after append', await get('k'), 'bc');
  // memjs 1.3.2 sends the opcode of append.
  check('prepend', await client.prepend('k', 'a'), true);
  check('after prepend', await get('k'), 'bca');

  check('increment of a missing key', await client.increment('n', 1, { initial: 10 }), { success: true, value: 10 });
  check('increment', await client.increment('n', 5, {}), { success: true, value: 15 });
  check('decrement', await client.decrement('n', 6, {}), { success: true, value: 9 });
  check('decrement stops at 0', await client.decrement('n', 100, {}), { success: true, value: 0 });
  check('decrement of a missing key', await client.decrement('m', 1, { initial: 7 }), { success: true, value: 7 });
  await checkFails('increment of what is no number', () => client.increment('k', 1, {}), /numeric|number/i);

  check('delete', await client.delete('n'), true);
  check('delete of a missing key', await client.delete('n'), false);
  check('after delete', await get('n'), null);

  await client.set('expiring', '1', { expires: 1 });
  await client.set('kept', '1', { expires: 1 });
  await client.increment('counter', 1, { initial: 1, expires: 1 });
  check('touch', await client.touch('kept', 1000), true);
  check('touch of a missing key', await client.touch('missing', 1000), false);
  await clock.advance(server, 1);
  check('an expired item', await get('expiring'), null);
  check('an expired counter', await get('counter'), null);
  check('an item that was touched', await get('kept'), '1');

  check('stats', Number((await stats('')).curr_items) > 0, true);
  check('stats settings', (await stats('settings')).item_size_max, '1048576');
  check('resetStats', await promisify(client.resetStats).call(client), server);
  check('after resetStats', (await stats('')).cmd_set, '0');

  check('flush', await client.flush(), { [server]: true });
  check('after flush', await get('kept'), null);
  client.quit();
});
