import { act } from './deeds.mjs';
import { element, isWebAddress, paint } from './elements.mjs';

/** What the subscriber did, for people. */
const DEEDS = { read: 'read', link: 'link opened', unsubscribe: 'sender blocked' };

/** Draws a message as the subscriber sees it in one channel. */
export function makeBubble({ title, look, state, bubble }, { id, possible }) {
	const { sender, text, template, imageUrl, button } = bubble;
	const name = sender || title;
	const node = element(
		'article',
		'bubble',
		element(
			'header',
			'from',
			element('span', 'avatar', initialOf(name)),
			element('span', 'sender', name),
			element('span', 'channel', title),
		),
		imageUrl ? makePicture(imageUrl) : null,
		template ? makeTemplate(template) : element('p', 'text', text),
		button ? makeButton(button, () => possible.includes('link') && act(id, 'link')) : null,
		element(
			'footer',
			'receipt',
			partsOf(bubble),
			element('time', '', bubble.at),
			deedOf(bubble),
			look.ticks ? makeTicks(bubble, state) : null,
		),
	);
	return paint(node, look);
}

/** Draws what the subscriber wrote back, with what came of posting it to the manager's URL. */
export function makeReply({ text, at, posted }) {
	const outcome = typeof posted === 'number' ? `answered ${posted}` : posted;
	return element(
		'article',
		'bubble own',
		element('p', 'text', text),
		element('footer', 'receipt', element('span', posted === 200 ? 'deed' : 'deed lost', outcome), element('time', '', at)),
	);
}

function initialOf(name) {
	return [...name][0]?.toUpperCase() ?? '?';
}

/** Pictures are not fetched: the page draws a stand-in that is always the same for the same address. */
function makePicture(url) {
	const node = element('figure', 'picture', element('figcaption', '', nameOf(url)));
	node.style.setProperty('--hue', String([...url].reduce((sum, one) => (sum * 31 + one.codePointAt(0)) % 360, 7)));
	node.title = url;
	return node;
}

function nameOf(url) {
	return URL.canParse(url) ? new URL(url).pathname.split('/').pop() || new URL(url).host : url;
}

function makeTemplate({ id, data }) {
	const rows = data.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]);
	return element('div', 'template', element('p', 'template-id', `Template ${id}`), element('dl', '', ...rows));
}

function makeButton({ text, url }, opened) {
	if (!isWebAddress(url)) {
		const dead = element('span', 'button', text);
		dead.title = url;
		dead.addEventListener('click', opened);
		return dead;
	}
	const link = element('a', 'button', text);
	Object.assign(link, { href: url, title: url, target: '_blank', rel: 'noopener noreferrer' });
	link.addEventListener('click', opened);
	return link;
}

/** That a message was read shows in the ticks; what the subscriber did after that is said in words. */
function deedOf({ engagement }) {
	return engagement === 'link' || engagement === 'unsubscribe' ? element('span', 'deed', DEEDS[engagement]) : null;
}

function partsOf({ parts }) {
	return parts === null ? null : element('span', 'parts', parts === 1 ? '1 part' : `${parts} parts`);
}

const ARRIVED = ['deliver', ...Object.keys(DEEDS)];

/** Two for what arrived, one for what was sent and not told of. */
function makeTicks({ read, engagement }, state) {
	const isSilent = !ARRIVED.includes(state);
	const node = element('span', read ? 'ticks read' : 'ticks', isSilent ? '✓' : '✓✓');
	node.title = DEEDS[engagement] ?? (isSilent ? 'sent, no receipt so far' : 'delivered');
	return node;
}
