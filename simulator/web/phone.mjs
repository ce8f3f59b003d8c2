import { makeBubble, makeReply } from './bubbles.mjs';
import { makeDeeds } from './deeds.mjs';
import { element, formatPhone } from './elements.mjs';

const STATES = {
	send: 'On its way',
	deliver: 'Delivered',
	not_deliver: 'Not delivered',
	expired: 'Expired',
	partly_deliver: 'Sent, no receipt',
};
/** Answered like a refusal, and goes out by itself. */
const QUEUED = 'Waits for money';

/** Draws one phone: its screen as the subscriber sees it, and beneath it each message's journey. */
export function makePhone({ phone, messages, earlier, refused }) {
	const newest = messages.at(-1);
	const bubbles = messages.flatMap((message) => [
		...message.channels.filter(({ bubble }) => bubble).map((step) => makeBubble(step, message)),
		...message.replies.map(makeReply),
	]);
	return element(
		'section',
		'phone',
		element('header', 'number', element('h3', '', formatPhone(phone)), element('time', '', (refused?.at ?? newest.accepted).slice(11, 16))),
		element('div', 'screen', element('div', 'stack', ...(bubbles.length > 0 ? bubbles : [makeQuiet(newest)]))),
		newest && newest.possible.length > 0 ? makeDeeds(newest) : null,
		refused ? element('p', 'outcome', element('strong', 'state refused', `Refused: ${refused.text}`)) : null,
		newest ? makeJourney(newest) : null,
		...messages.slice(0, -1).toReversed().map(makeOlder),
		earlier > 0 ? element('p', 'earlier', `and ${earlier} earlier`) : null,
	);
}

function makeQuiet(newest) {
	if (!newest) return element('p', 'quiet', 'Nothing was sent');
	const { scheduled, queued, final } = newest;
	if (queued) return element('p', 'quiet', QUEUED);
	if (scheduled) return element('p', 'quiet', `Waits for ${scheduled}`);
	return element('p', final ? 'quiet' : 'quiet trying', final ? 'Nothing arrived' : 'On its way …');
}

/** An older message takes one line. */
function makeOlder(message) {
	return element('p', 'older', makeState(message), element('span', '', `ID ${message.id}`), element('span', 'price', message.price));
}

function makeState(message) {
	return element('strong', `state ${message.final ? wordOf(message.state) : 'send'}`, sentenceOf(message));
}

function makeJourney(message) {
	const chips = message.channels.flatMap((step, index) => [...(index > 0 ? [element('span', `link ${step.phase}`)] : []), makeChip(step)]);
	return element(
		'div',
		'journey',
		element('div', 'chips', ...chips),
		element('p', 'outcome', makeState(message), element('span', 'price', message.price)),
		element('p', 'details', ...makeDetails(message)),
	);
}

function makeChip({ title, state, phase }) {
	const node = element('span', `chip ${phase} ${wordOf(state)}`, element('i', ''), title);
	const words = { waiting: 'not tried yet', skipped: 'not needed', trying: 'being tried', ended: STATES[state] ?? state };
	node.title = `${title}: ${words[phase]}`;
	return node;
}

function sentenceOf({ state, final, channels, scheduled, queued }) {
	if (queued) return QUEUED;
	if (scheduled) return `Waits for ${scheduled}`;
	if (!final) return STATES.send;
	const by = channels.find((step) => step.state === 'deliver');
	if (state === 'deliver' && by) return `${STATES.deliver} by ${by.title}`;
	return STATES[state] ?? state;
}

function wordOf(state) {
	return state in STATES ? state : 'other';
}

function makeDetails({ campaign, clientNumber, id, protocol }) {
	const id_ = element('span', '', `ID ${id}`);
	id_.title = `by ${protocol.toUpperCase()}`;
	return [
		element('span', 'campaign', campaign),
		clientNumber === null ? null : element('span', '', `client no. ${clientNumber}`),
		id_,
	].filter(Boolean);
}
