'use strict';

// A small cache, and what becomes of it in the course of time and when memcached fails.

const assert = require('node:assert/strict');
const { after, before, beforeEach, test } = require('node:test');
const { Client } = require('memjs');
const { Fakecached } = require('./fakecached');

/** The code under test: sessions end after thirty minutes, and a lost cache is a lost session, not an error. */
class SessionCache {
  constructor(client) {
    this.client = client;
  }

  async save(user, token) {
    await this.client.set(`session:${user}`, token, { expires: 1800 });
  }

  async find(user) {
    try {
      const { value } = await this.client.get(`session:${user}`);
      return value && value.toString();
    } catch {
      return null;
    }
  }
}

let fakecached;
let client;
let sessions;

before(async () => {
  fakecached = await Fakecached.start();
  client = Client.create(fakecached.address, { retries: 1, timeout: 1, logger: { log() {} } });
  sessions = new SessionCache(client);
});

after(async () => {
  client.close();
  await fakecached.stop();
});

beforeEach(() => fakecached.post('reset'));

test('sessions end after thirty minutes', async () => {
  await sessions.save('u1', 'token');

  await fakecached.post('clock/advance', { seconds: 29 * 60 });
  assert.equal(await sessions.find('u1'), 'token');

  await fakecached.post('clock/advance', { seconds: 60 });
  assert.equal(await sessions.find('u1'), null);
});

test('an error of the server is a lost session', async () => {
  await sessions.save('u1', 'token');
  await fakecached.post('faults', { fault: 'reply', line: 'SERVER_ERROR busy', command: 'get', point: 'beforeExecute', times: 1 });

  assert.equal(await sessions.find('u1'), null);
  assert.equal(await sessions.find('u1'), 'token');
});

test('one question is asked once', async () => {
  await sessions.find('u1');

  const { exchanges } = await fakecached.get('journal?key=session:u1');
  assert.deepEqual(exchanges.map(({ command, outcome }) => [command, outcome]), [['get', 'miss']]);
});
