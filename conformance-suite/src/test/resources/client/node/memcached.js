'use strict';

// Every operation of npm's memcached, which speaks the text protocol, against the server named by the first argument.

const { promisify } = require('util');
const Memcached = require('memcached');
const { check, checkFails, run } = require('./check');
const clock = require('./server-clock');

const server = process.argv[2];
const client = new Memcached(server, { retries: 0, timeout: 10000, maxValue: 4000000 });

function call(operation, ...parameters) {
  return promisify(client[operation]).call(client, ...parameters);
}

run(async () => {
  check('set', await call('set', 'k', 'value', 0), true);
  check('get', await call('get', 'k'), 'value');
  check('get of a missing key', await call('get', 'missing'), undefined);
  for (const value of [42, 'ä', '', { a: [1] }, 'x'.repeat(100000)]) {
    check(`set of a ${typeof value}`, await call('set', 'k', value, 0), true);
    check(`get of a ${typeof value}`, await call('get', 'k'), value);
  }
  check('set of a buffer', await call('set', 'k', Buffer.from('abc'), 0), true);
  check('get of a buffer', await call('get', 'k'), Buffer.from('abc'));

  await call('set', 'a', '1', 0);
  await call('set', 'b', '2', 0);
  check('getMulti', await call('getMulti', ['a', 'missing', 'b']), { a: '1', b: '2' });
  check('get of several keys', await call('get', ['a', 'b']), { a: '1', b: '2' });

  check('add', await call('add', 'added', '1', 0), true);
  await checkFails('add again', () => call('add', 'added', '2', 0), /not stored/);
  check('replace', await call('replace', 'added', '3', 0), true);
  await checkFails('replace of a missing key', () => call('replace', 'missing', '3', 0), /not stored/);
  check('after add and replace', await call('get', 'added'), '3');

  await checkFails('append to a missing key', () => call('append', 'missing', 'x'), /not stored/);
  await checkFails('prepend to a missing key', () => call('prepend', 'missing', 'x'), /not stored/);
  await call('set', 'k', 'b', 0);
  check('append', await call('append', 'k', 'c'), true);
  check('prepend', await call('prepend', 'k', 'a'), true);
  check('after append and prepend', await call('get', 'k'), 'abc');

  check('gets of a missing key', await call('gets', 'missing'), undefined);
  const seen = await call('gets', 'k');
  check('gets', seen.k, 'abc');
  check('cas', await call('cas', 'k', 'new', seen.cas, 0), true);
  check('cas of what has changed', await call('cas', 'k', 'newer', seen.cas, 0), false);
  check('cas of a missing key', await call('cas', 'missing', 'newer', seen.cas, 0), false);
  check('after cas', await call('get', 'k'), 'new');

  check('incr of a missing key', await call('incr', 'n', 1), false);
  check('decr of a missing key', await call('decr', 'n', 1), false);
  await call('set', 'n', 10, 0);
  check('incr', await call('incr', 'n', 5), 15);
  check('decr', await call('decr', 'n', 6), 9);
  check('decr stops at 0', await call('decr', 'n', 100), 0);
  await checkFails('incr of what is no number', () => call('incr', 'k', 1), /non-numeric/);

  check('del', await call('del', 'n'), true);
  check('del of a missing key', await call('del', 'n'), false);
  check('after del', await call('get', 'n'), undefined);

  await call('set', 'expiring', '1', 1);
  await call('set', 'kept', '1', 1);
  check('touch', await call('touch', 'kept', 1000), true);
  check('touch of a missing key', await call('touch', 'missing', 1000), false);
  await clock.advance(server, 1);
  check('an expired item', await call('get', 'expiring'), undefined);
  check('an item that was touched', await call('get', 'kept'), '1');

  const [version] = await call('version');
  check('version', /^\d+\.\d+\.\d+$/.test(version.version), true);
  const [stats] = await call('stats');
  check('stats', [stats.version, stats.curr_items > 0], [version.version, true]);
  const [settings] = await call('settings');
  check('settings', settings.item_size_max, 1048576);

  const [slabs] = await call('slabs');
  check('slabs', slabs[1].chunk_size, 96);
  const [items] = await call('items');
  check('items', items[1].number > 0, true);
  // Which items are listed depends on how far the server has moved them in its background.
  const dumped = [].concat((await call('cachedump', server, 1, 100)) || []);
  check('cachedump', dumped.every((item) => item.key), true);

  check('flush', await call('flush'), [true]);
  check('after flush', await call('get', 'kept'), undefined);

  // Last, since memcached takes a server that answered with an error for a dead one.
  check('set of a value that is too large', await call('set', 'k', 'x'.repeat(3000000), 0), false);
  client.end();
});
