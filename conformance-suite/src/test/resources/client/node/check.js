'use strict';

// What the scripts have in common: a check that prints what was right, and an end with status 1 at the first surprise.

const assert = require('assert');

const LIMIT_MILLIS = 50000;

function check(what, actual, expected) {
  assert.deepStrictEqual(actual, expected, `${what}: expected ${show(expected)}, not ${show(actual)}`);
  console.log(what);
}

async function checkFails(what, operation, pattern) {
  let result;
  try {
    result = await operation();
  } catch (e) {
    assert.match(String(e), pattern, `${what}: failed with ${e}`);
    console.log(what);
    return;
  }
  assert.fail(`${what}: expected a failure, not ${show(result)}`);
}

function show(value) {
  return require('util').inspect(value);
}

/** Runs the script to its end, whatever it has left open. */
function run(script) {
  setTimeout(() => {
    console.log('has not come to its end');
    process.exit(1);
  }, LIMIT_MILLIS).unref();
  script().then(
    () => {
      console.log('all done');
      process.exit(0);
    },
    (e) => {
      console.log(e.message);
      process.exit(1);
    });
}

module.exports = { check, checkFails, run };
