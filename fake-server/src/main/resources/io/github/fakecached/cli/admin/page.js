'use strict';
// The live page: asks for everything once a second, by the operations that programs have. All that comes from the fake is put
// into the page as text.

const INTERVAL_MILLIS = 1000;
const JOURNAL_ROWS = 500;
const ITEM_ROWS = 500;

/** Where each fault may happen, the most usual point first, and the fields that it has. */
const REQUEST = ['beforeExecute', 'afterExecute', 'duringReply', 'onConnect'];
const FAULTS = {
  delay: {points: ['afterExecute', 'beforeExecute', 'duringReply', 'onConnect'], fields: ['seconds']},
  gate: {points: REQUEST, fields: []},
  stall: {points: REQUEST, fields: []},
  close: {points: REQUEST, fields: []},
  reset: {points: REQUEST, fields: []},
  refuse: {points: ['onConnect'], fields: []},
  reply: {points: ['beforeExecute', 'afterExecute'], fields: ['line']},
  replyEarly: {points: ['beforeExecute'], fields: ['line']},
  replyEarlyThenClose: {points: ['beforeExecute'], fields: ['line']},
  dropRequest: {points: ['beforeExecute'], fields: []},
  dropReply: {points: ['afterExecute'], fields: []},
  truncateAfter: {points: ['duringReply'], fields: ['bytes', 'then']},
  garbage: {points: ['duringReply'], fields: ['garbage']},
  drip: {points: ['duringReply'], fields: ['seconds']},
};
const WHICH = ['command', 'key', 'times'];

const $ = id => document.getElementById(id);
let token = sessionStorage.getItem('fakecached-token');
let node = null;
let last = 0;
let clock = null;
let asking = false;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, action, className) {
  const made = element('button', className || 'small', text);
  made.type = 'button';
  made.addEventListener('click', () => act(action));
  return made;
}

async function ask(method, path, body) {
  const headers = body ? {'Content-Type': 'application/json'} : {};
  if (token) headers.Authorization = 'Bearer ' + token;
  const response = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
  if (response.status === 204) return null;
  const answer = await response.json();
  if (response.status === 401) $('token-form').hidden = false;
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const post = (path, body) => ask('POST', path, body || {});

/** Does something that was asked for by hand, and shows at once what came of it. */
async function act(action) {
  $('problem').hidden = true;
  try {
    await action();
  } catch (problem) {
    $('problem').textContent = problem.message;
    $('problem').hidden = false;
  }
  await refresh();
}

async function refresh() {
  if (asking) return;
  asking = true;
  try {
    const [now, nodes, faults] = await Promise.all([ask('GET', 'clock'), ask('GET', 'nodes'), ask('GET', 'faults')]);
    $('token-form').hidden = true;
    clock = {at: Date.parse(now.time), asked: performance.now(), paused: now.paused};
    showClock();
    showNodes(nodes.nodes);
    showFaults(faults.faults);
    await Promise.all([refreshItems(nodes.nodes), refreshJournal()]);
    state('live', false);
  } catch (problem) {
    state(problem.message, true);
  } finally {
    asking = false;
  }
}

function state(text, lost) {
  $('state').textContent = text;
  $('state').classList.toggle('lost', lost);
}

function showClock() {
  if (!clock) return;
  const elapsed = clock.paused ? 0 : performance.now() - clock.asked;
  const time = new Date(clock.at + elapsed).toISOString();
  $('date').textContent = time.slice(0, 10);
  $('time').textContent = time.slice(11, 21);
  $('running').textContent = clock.paused ? 'UTC, paused' : 'UTC, runs';
  $('pause').textContent = clock.paused ? 'Resume' : 'Pause';
}

function showNodes(nodes) {
  if (!nodes.some(each => each.node === node)) choose(nodes[0].node);
  $('version').textContent = 'memcached ' + nodes[0].version;
  $('nodes').replaceChildren(...nodes.map(nodeRow));
}

function nodeRow(each) {
  const row = element('li', each.node === node ? 'chosen' : '');
  const head = element('div', 'node');
  const name = button(each.node, async () => choose(each.node), 'name');
  name.setAttribute('aria-pressed', each.node === node);
  head.append(name, element('span', 'address', each.addresses ? each.addresses.join(', ') : each.unixSocket));
  const states = [];
  if (!each.running) states.push(['stopped', 'bad']);
  if (each.paused) states.push(['paused', 'warn']);
  if (each.partitioned) states.push(['partitioned', 'warn']);
  if (!states.length) states.push(['running', 'good']);
  states.forEach(([text, kind]) => head.append(element('span', 'badge ' + kind, text)));
  const buttons = element('div', 'buttons');
  const change = (text, verb, more) =>
    buttons.append(button(text, () => post('nodes/' + verb, {node: each.node, ...more})));
  if (each.running) {
    change('Kill', 'kill');
    change(each.paused ? 'Resume' : 'Pause', each.paused ? 'resume' : 'pause');
    change(each.partitioned ? 'Heal' : 'Partition', each.partitioned ? 'heal' : 'partition');
  }
  change(each.running ? 'Restart' : 'Start', 'restart');
  if (!each.running) change('Start with its items', 'restart', {keepingData: true});
  row.append(head, buttons);
  return row;
}

/** Shows the items and the journal of this node from now on. */
function choose(name) {
  node = name;
  forgetJournal();
}

async function refreshItems(nodes) {
  const running = nodes.some(each => each.node === node && each.running);
  const found = running
    ? await ask('GET', 'contents?limit=' + ITEM_ROWS + '&node=' + encodeURIComponent(node))
    : {count: 0, items: []};
  $('items-count').textContent = found.count > found.items.length
    ? 'of ' + node + ', ' + found.items.length + ' of ' + found.count
    : 'of ' + node + ', ' + found.count;
  $('no-items').hidden = found.items.length > 0;
  $('no-items').textContent = running ? 'No items.' : 'The node is stopped.';
  $('items').replaceChildren(...found.items.map(itemRow));
}

function itemRow(item) {
  const row = element('tr');
  const id = item.key === undefined ? {keyBase64: item.keyBase64} : {key: item.key};
  const value = item.value ?? (item.valueBase64 === undefined ? '(' + item.length + ' bytes)' : 'base64 ' + item.valueBase64);
  row.append(
    element('td', 'text', item.key ?? 'base64 ' + item.keyBase64),
    element('td', 'text', value),
    element('td', 'number detail', item.length),
    element('td', 'number detail', item.flags),
    element('td', 'number', item.timeToLive === undefined ? 'for ever' : duration(item.timeToLive)));
  const last = element('td');
  const query = new URLSearchParams({node, ...id});
  last.append(button('Remove', () => ask('DELETE', 'contents?' + query)));
  row.append(last);
  return row;
}

function duration(seconds) {
  const days = Math.floor(seconds / 86400);
  const clockTime = new Date((seconds % 86400) * 1000).toISOString().slice(11, 19);
  return (days ? days + ' d ' : '') + (seconds < 60 ? seconds + ' s' : clockTime);
}

async function refreshJournal() {
  const asked = node;
  const found = await ask('GET', 'journal?limit=' + JOURNAL_ROWS + '&since=' + last + '&node=' + encodeURIComponent(asked));
  if (asked !== node) return;
  if (found.last[node] < last) {
    forgetJournal(); // it was cleared, and counts anew
    return refreshJournal();
  }
  const scroll = $('journal-scroll');
  const atEnd = scroll.scrollTop + scroll.clientHeight >= scroll.scrollHeight - 5;
  found.exchanges.forEach(exchange => $('journal').append(exchangeRow(exchange)));
  last = found.last[node];
  while ($('journal').rows.length > JOURNAL_ROWS) $('journal').deleteRow(0);
  $('journal-count').textContent = 'of ' + node + ', ' + last;
  $('no-journal').hidden = $('journal').rows.length > 0;
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

function forgetJournal() {
  last = 0;
  $('journal').replaceChildren();
}

function exchangeRow(exchange) {
  const row = element('tr', exchange.fault ? 'faulty' : '');
  const outcome = element('td', outcomeKind(exchange.outcome), exchange.outcome);
  if (exchange.fault) outcome.append(element('span', 'note', exchange.fault));
  const request = exchange.request.replace(/\\r\\n$/, '');
  row.append(
    element('td', 'number', exchange.number),
    element('td', 'detail', 'c' + exchange.connection),
    element('td', 'text', request),
    element('td', 'text', exchange.replyLength ? exchange.reply.replace(/\\r\\n$/, '') : 'nothing'),
    outcome,
    element('td', 'number detail', (exchange.seconds * 1000).toFixed(1)));
  row.title = exchange.dialect + ', ' + exchange.time + ' on the fake’s clock';
  return row;
}

function outcomeKind(outcome) {
  if (['error', 'closed', 'not executed'].includes(outcome)) return 'bad';
  return ['miss', 'not found', 'not stored', 'exists', 'partial hit'].includes(outcome) ? 'warn' : 'good';
}

function showFaults(faults) {
  $('faults-count').textContent = faults.length || '';
  $('faults').replaceChildren(...faults.map(fault => {
    const row = element('li');
    row.append(
      element('span', 'badge ' + (fault.hits ? 'bad' : 'warn'), fault.hits + (fault.hits === 1 ? ' hit' : ' hits')),
      element('span', 'rule', fault.node + ': ' + fault.rule));
    if (fault.gate) row.append(button('Open', () => post('faults/open', {id: fault.id})));
    row.append(button('Remove', () => ask('DELETE', 'faults?id=' + fault.id)));
    return row;
  }));
}

/** Shows the fields that the chosen fault has, and no others. */
function showFaultFields(pointToo) {
  const fault = FAULTS[$('fault').value];
  if (pointToo) {
    $('point').replaceChildren(...fault.points.map(point => element('option', '', point)));
  }
  const fields = fault.fields.concat($('point').value === 'onConnect' ? [] : WHICH);
  document.querySelectorAll('[data-for]').forEach(label => {
    label.hidden = !fields.includes(label.dataset.for);
  });
}

function faultOfForm() {
  const fault = {node, fault: $('fault').value, point: $('point').value};
  document.querySelectorAll('[data-for]').forEach(label => {
    const value = $(label.dataset.for).value;
    if (!label.hidden && value !== '') fault[label.dataset.for] = value;
  });
  return fault;
}

function onSubmit(form, action) {
  $(form).addEventListener('submit', event => {
    event.preventDefault();
    act(action);
  });
}

$('pause').addEventListener('click', () => act(() => post(clock && clock.paused ? 'clock/resume' : 'clock/pause')));
$('reset').addEventListener('click', () => act(() => post('reset')));
$('clear-faults').addEventListener('click', () => act(() => post('faults/clear')));
document.querySelectorAll('[data-advance]').forEach(each =>
  each.addEventListener('click', () => act(() => post('clock/advance', {seconds: Number(each.dataset.advance)}))));
$('fault').addEventListener('change', () => showFaultFields(true));
$('point').addEventListener('change', () => showFaultFields(false));
onSubmit('advance-form', () => post('clock/advance', {seconds: Number($('advance').value)}));
onSubmit('fault-form', () => post('faults', faultOfForm()));
onSubmit('token-form', async () => {
  token = $('token').value;
  sessionStorage.setItem('fakecached-token', token);
});

showFaultFields(true);
refresh();
setInterval(refresh, INTERVAL_MILLIS);
setInterval(showClock, 100);
