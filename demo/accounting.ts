import { type Contact, digitsOf } from './contacts';

/** An item of the workflow's "Sent" branch. */
interface SentRow {
	order: string;
	phone: string;
	messageId: string;
}

/** An item of the workflow's "Not Sent" branch. */
export interface NotSentRow {
	order: string;
	reason: string;
}

/** A message that the simulator really has. */
interface HeldMessage {
	id: string;
	phone: string;
	/** What the subscriber reads, of all channels. */
	text: string;
}

/** What a campaign left behind: at the end of the workflow, and at the gateway. */
export interface Books {
	sent: readonly SentRow[];
	notSent: readonly NotSentRow[];
	held: readonly HeldMessage[];
}

/**
 * Looks for each contact in the books. It must be sent, with a message ID that the gateway holds exactly once, for this phone and with
 * this order in its text; or not sent, with a reason. The gateway must hold nothing else.
 *
 * @returns one sentence for each contact or message that does not fit; empty when every contact is accounted for
 */
export function findingsIn(contacts: readonly Contact[], books: Books): string[] {
	const known = new Set(contacts.map(({ order }) => order));
	const strange = [...books.sent, ...books.notSent].filter(({ order }) => !known.has(order));
	return [
		...contacts.flatMap((contact) => findingsAbout(contact, books).map((finding) => `${nameOf(contact)} ${finding}`)),
		...strange.map(({ order }) => `The workflow put out an item for the order ${order || '(none)'}, which is not in the file.`),
		...unclaimed(books).map(({ id, phone }) => `The simulator holds message ${id} to ${phone}, which no contact claims.`),
	];
}

function findingsAbout(contact: Contact, { sent, notSent, held }: Books): string[] {
	const isOurs = ({ order }: { order: string }): boolean => order === contact.order;
	const ourSent = sent.filter(isOurs);
	const ourNotSent = notSent.filter(isOurs);
	const times = ourSent.length + ourNotSent.length;
	if (times === 0) return ['is missing: it left the workflow on neither branch.'];
	if (times > 1) return [`left the workflow ${times} times.`];
	if (ourNotSent.some(({ reason }) => reason.trim() === '')) return ['was not sent, and nobody says why.'];
	return ourSent.flatMap((row) => findingsAboutSent(contact, row, sent, held));
}

function findingsAboutSent(contact: Contact, row: SentRow, sent: Books['sent'], held: Books['held']): string[] {
	const id = row.messageId;
	const same = held.filter((message) => message.id === id);
	const [message] = same;
	if (row.phone !== digitsOf(contact.phone)) return [`was sent to ${row.phone}.`];
	if (id === '') return ['was sent, and has no message ID.'];
	if (sent.filter(({ messageId }) => messageId === id).length > 1) return [`shares the message ID ${id} with another contact.`];
	if (message === undefined) return [`has the message ID ${id}, which the simulator does not hold.`];
	if (same.length > 1) return [`has the message ID ${id}, which the simulator holds ${same.length} times.`];
	if (message.phone !== row.phone) return [`has the message ID ${id}, which went to ${message.phone}.`];
	return message.text.includes(contact.order) ? [] : [`has the message ID ${id}, whose text is about somebody else.`];
}

function unclaimed({ sent, held }: Books): HeldMessage[] {
	const claimed = new Set(sent.map(({ messageId }) => messageId));
	return held.filter(({ id }) => !claimed.has(id));
}

function nameOf({ row, name, phone, order }: Contact): string {
	return `Row ${row} (${order}, ${JSON.stringify(name)}, ${JSON.stringify(phone)})`;
}
