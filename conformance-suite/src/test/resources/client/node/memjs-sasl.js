'use strict';

// Signs in at the server named by the first argument with the user and password that follow, and stores and fetches a value.
// memjs knows PLAIN only.

const { Client } = require('memjs');

const [server, username, password] = process.argv.slice(2);
const client = Client.create(server, { username, password, retries: 1, timeout: 5, logger: { log() {} } });

client.set('k', 'value', {})
  .then(() => client.get('k'))
  .then(({ value }) => console.log(`fetched ${value}`))
  .catch((e) => console.log(`refused ${e.message}`))
  .then(() => client.close());
