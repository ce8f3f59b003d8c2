/* global document, EventSource, localStorage, matchMedia */

import { keepTyping } from './deeds.mjs';
import { element, formatCount } from './elements.mjs';
import { makePhone } from './phone.mjs';

const byId = (id) => document.getElementById(id);
const COUNTERS = [
	['accepted', 'messages', (all) => all.accepted],
	['send', 'on their way', (all) => all.states.send],
	['deliver', 'delivered', (all) => all.states.deliver],
	['not_deliver', 'not delivered', (all) => all.states.not_deliver],
	['expired', 'expired', (all) => all.states.expired],
	['partly_deliver', 'no receipt', (all) => all.states.partly_deliver],
	['other', 'other', (all) => all.states.other],
	['refused', 'refused', (all) => all.refused],
	['charged', 'charged', (all) => all.charged],
	['balance', 'balance', (_, account) => account.balance],
	['stopList', 'on the stop list', (_, account) => account.stopList],
];
/** As many as the gateway sends. */
const MOST_PHONES = 60;
/** Shown only once there is one. */
const RARE = ['partly_deliver', 'other', 'refused', 'stopList'];
const phones = new Map();
let events;

function connect() {
	events?.close();
	phones.clear();
	byId('phones').replaceChildren();
	events = new EventSource(`/_control/events?filter=${encodeURIComponent(byId('filter').value)}`);
	events.onmessage = ({ data }) => show(JSON.parse(data));
	events.onerror = () => {
		byId('status').textContent = 'the gateway does not answer; trying again …';
		document.body.classList.add('lost');
	};
	events.onopen = () => document.body.classList.remove('lost');
}

function show(view) {
	byId('status').textContent = `Gateway time ${view.clock} (${view.timeZone}), speed ×${view.speed}`;
	showCounters(view.counters, view.account);
	showNotice(view.notice);
	showFaults(view.faults);
	showPhones(view);
	showRequests(view);
}

function showCounters(counters, account) {
	const all = COUNTERS.map(([name, words, read]) => [name, words, read(counters, account)]);
	const shown = all.filter(([name, , value]) => value !== 0 || !RARE.includes(name));
	byId('counters').replaceChildren(
		...shown.map(([name, words, value]) =>
			element(
				'div',
				value === 0 ? 'none' : name,
				element('dd', '', typeof value === 'number' ? formatCount(value) : value),
				element('dt', '', words),
			),
		),
	);
	const parts = Object.entries(counters.states).filter(([, count]) => count > 0);
	byId('bar').replaceChildren(
		...parts.map(([state, count]) => {
			const part = element('span', state);
			part.style.setProperty('flex-grow', String(count));
			return part;
		}),
	);
}

function showNotice(notice) {
	byId('notice').hidden = notice === undefined;
	if (notice === undefined) return;
	byId('notice-title').textContent = notice.title;
	byId('notice-text').textContent = notice.text;
	// Without a value the bar shows that something is under way, not how far it is.
	if (notice.part === undefined) byId('notice-part').removeAttribute('value');
	else byId('notice-part').value = notice.part;
}

function showFaults(faults) {
	byId('faults').hidden = faults.length === 0;
	byId('faults').textContent = `Switched on: ${[...new Set(faults)].join(', ')}`;
}

function showPhones({ order, cards, counters }) {
	for (const card of cards) {
		const fresh = makePhone(card);
		const old = phones.get(card.phone);
		if (old) keepTyping(old, fresh);
		else fresh.classList.add('new');
		phones.set(card.phone, fresh);
	}
	for (const [phone, node] of phones) {
		if (order.includes(phone)) continue;
		node.remove();
		phones.delete(phone);
	}
	const grid = byId('phones');
	order.forEach((phone, index) => {
		const node = phones.get(phone);
		if (node && grid.children[index] !== node) grid.insertBefore(node, grid.children[index] ?? null);
	});
	showCaption(order.length, counters.phones);
}

function showCaption(shown, all) {
	const isFiltered = byId('filter').value.trim() !== '';
	byId('empty').hidden = shown > 0;
	byId('empty-title').textContent = isFiltered ? 'No phone fits the filter' : 'Nothing has arrived yet';
	byId('empty-text').hidden = isFiltered;
	const fitting = shown < MOST_PHONES ? `Phones that fit: ${shown}` : `Newest ${shown} phones that fit`;
	const newest = `Newest ${shown} of ${formatCount(Math.max(shown, all))} phones`;
	byId('caption').textContent = shown === 0 ? '' : isFiltered ? fitting : newest;
}

function showRequests({ requests, total }) {
	byId('total').textContent = formatCount(total);
	byId('requests').replaceChildren(
		...requests
			.toReversed()
			.map((one) =>
				element(
					'tr',
					one.outcome,
					...[one.number, `${one.method} ${one.path}`, one.authentication, one.recipients, one.accepted].map((value) =>
						element('td', '', String(value)),
					),
					element('td', 'detail', one.detail ? `${one.outcome}: ${one.detail}` : one.outcome),
					element('td', '', one.milliseconds === null ? '…' : `${Math.ceil(one.milliseconds)} ms`),
				),
			),
	);
}

function toggleTheme() {
	const { dataset } = document.documentElement;
	const isDark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
	dataset.theme = isDark ? 'light' : 'dark';
	localStorage.setItem('theme', dataset.theme);
}

let typing;
byId('filter').addEventListener('input', () => {
	clearTimeout(typing);
	typing = setTimeout(connect, 200);
});
byId('theme').addEventListener('click', toggleTheme);
const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset.theme = theme;
connect();
