/* global document, fetch */

import { element } from './elements.mjs';

/** What a subscriber can do with a message, for people. */
const WORDS = { read: 'Read', link: 'Open link', unsubscribe: 'Block sender' };

/** Draws what the subscriber of a message can do now: a button for each deed, and a line to write back. */
export function makeDeeds({ id, possible }) {
	const buttons = possible.filter((deed) => deed in WORDS).map((deed) => makeButton(id, deed));
	return element('div', 'deeds', ...buttons, possible.includes('reply') ? makeForm(id) : null);
}

/** Does something with a message. The page shows it with the next event. */
export function act(id, deed) {
	return post(`${id}/deeds`, { deed });
}

/** Puts a fresh phone in the place of an old one; what is being typed into it stays. */
export function keepTyping(old, fresh) {
	const [from, to] = [old, fresh].map((phone) => phone.querySelector('input[data-message]'));
	const hadFocus = from !== null && from === document.activeElement;
	if (from && from.dataset.message === to?.dataset.message) to.value = from.value;
	old.replaceWith(fresh);
	if (!hadFocus || !to) return;
	to.focus();
	to.setSelectionRange(from.selectionStart, from.selectionEnd);
}

function makeButton(id, deed) {
	const node = element('button', '', WORDS[deed]);
	node.type = 'button';
	node.addEventListener('click', () => act(id, deed));
	return node;
}

function makeForm(id) {
	const input = element('input', '');
	Object.assign(input, { placeholder: 'Write back', ariaLabel: 'Write back', autocomplete: 'off' });
	input.dataset.message = id;
	const form = element('form', '', input, element('button', '', 'Send'));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const text = input.value;
		input.value = '';
		if (text.trim() !== '') void post(`${id}/replies`, { text });
	});
	return form;
}

async function post(path, body) {
	await fetch(`/_control/messages/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}
