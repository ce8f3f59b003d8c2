/* global document */

/**
 * Makes an element. Children that are texts become text nodes: what senders write is never read as markup.
 * @param {string} tag for instance `span`
 * @param {string} className
 * @param {...(Node|string|null)} children null is left out
 */
export function element(tag, className, ...children) {
	const node = document.createElement(tag);
	if (className) node.className = className;
	node.append(...children.filter((child) => child !== null));
	return node;
}

/** Gives an element the colour of a channel, as the channel table has it. */
export function paint(node, { light, dark }) {
	node.style.setProperty('--tone', `light-dark(${light}, ${dark})`);
	return node;
}

/** Writes a number with thin spaces between the thousands. */
export function formatCount(number) {
	return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** Writes a phone number for people: `+7 900 000-00-01`; other countries' digits stay as they are. */
export function formatPhone(digits) {
	const russian = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
	return russian ? `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}` : `+${digits}`;
}

/** Whether an address is safe to be a link. */
export function isWebAddress(text) {
	return /^https?:\/\//i.test(text) && URL.canParse(text);
}
