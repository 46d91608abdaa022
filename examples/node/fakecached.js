'use strict';

// A fake memcached for the tests of a project: copy this file to where the tests are.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createInterface } = require('node:readline');

/** The fake in its process: where it listens, and all that can be asked of it besides. */
class Fakecached {
  static async start(jar = process.env.FAKECACHED_JAR ?? 'fakecached-standalone.jar') {
    // It ends with this process, even if that is killed.
    const java = spawn(
      'java',
      ['-jar', jar, '-p', '0', '--admin-port', '0', '--ready-json', '--exit-with-parent'],
      { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await Promise.race([
      once(createInterface({ input: java.stdout }), 'line'),
      once(java, 'exit').then(([code]) => { throw new Error(`the fake ended with ${code}`); }),
    ]);
    return new Fakecached(java, JSON.parse(line));
  }

  constructor(java, ready) {
    this.java = java;
    this.address = `${ready.nodes[0].host}:${ready.nodes[0].port}`;
    this.admin = ready.admin;
  }

  /** What there is: clock, nodes, contents, faults, journal. */
  get(path) {
    return this.#ask('GET', path);
  }

  /** Changes something: post('clock/advance', { seconds: 60 }). */
  post(path, parameters) {
    return this.#ask('POST', path, parameters);
  }

  async #ask(method, path, parameters) {
    const response = await fetch(this.admin + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: parameters && JSON.stringify(parameters),
      signal: AbortSignal.timeout(10_000),
    });
    const body = await response.text();
    const answer = body ? JSON.parse(body) : null;
    if (!response.ok) {
      throw new Error(answer.error);
    }
    return answer;
  }

  async stop() {
    const ended = once(this.java, 'exit');
    this.java.kill();
    await ended;
  }
}

module.exports = { Fakecached };
