'use strict';
// The page is whole without this: it only filters rows, and shows a finding where it was clicked.
(function () {
  const filters = document.getElementById('filters');
  const rows = Array.from(document.querySelectorAll('#matrix tr[data-level]'));
  const names = ['find', 'verdict', 'dialect', 'level'];
  const field = (id) => document.getElementById(id);

  function matches(row) {
    const verdict = field('verdict').value;
    const verdicts = row.dataset.verdicts.split(' ');
    const words = field('find').value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = row.textContent.toLowerCase();
    return (!verdict || (verdict === 'differs' ? new Set(verdicts).size > 1 : verdicts.includes(verdict)))
      && (!field('dialect').value || row.dataset.dialects.split(' ').includes(field('dialect').value))
      && (!field('level').value || row.dataset.level === field('level').value)
      && words.every((word) => text.includes(word));
  }

  // The filters are kept in the address, so that it can be sent to somebody.
  function restore() {
    const chosen = new URLSearchParams(location.hash.slice(1));
    names.forEach((name) => { field(name).value = chosen.get(name) || ''; });
    return names.some((name) => chosen.has(name));
  }

  function keep() {
    const chosen = names
      .filter((name) => field(name).value)
      .map((name) => [name, field(name).value]);
    history.replaceState(null, '', chosen.length ? '#' + new URLSearchParams(chosen) : location.pathname);
  }

  function filter() {
    rows.forEach((row) => { row.hidden = !matches(row); });
    document.querySelectorAll('#matrix tbody').forEach((body) => {
      body.hidden = !body.querySelector('tr[data-level]:not([hidden])');
    });
    // What is told of rules goes with their rows.
    const shown = new Set(rows.filter((row) => !row.hidden).map((row) => row.querySelector('th').textContent));
    document.querySelectorAll('main article').forEach((article) => { article.hidden = !article.dataset.rule.split(' ').some((id) => shown.has(id)); });
    document.querySelectorAll('main section.findings').forEach((section) => {
      section.hidden = !section.querySelector('article:not([hidden])');
    });
    field('shown').textContent = rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' rules';
  }

  filters.hidden = false;
  filters.addEventListener('input', () => { keep(); filter(); });
  filters.addEventListener('submit', (event) => event.preventDefault());
  restore();
  filter();
  window.addEventListener('hashchange', () => {
    if (restore()) {
      filter();
      filters.scrollIntoView();
    }
  });

  const dialog = field('finding');
  document.getElementById('matrix').addEventListener('click', (event) => {
    const link = event.target.closest('.cell a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const copy = document.getElementById(link.hash.slice(1)).cloneNode(true);
    copy.removeAttribute('id');
    copy.querySelector('h3').id = 'finding-title';
    field('finding-content').replaceChildren(copy);
    dialog.showModal();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}());
