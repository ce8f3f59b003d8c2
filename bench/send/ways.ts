/** How the texts of a campaign are given. */
export const WAYS = ['one text', 'simple', 'needs n8n'] as const;

/** `one text` for all; a text each of `simple` expressions; a text each that only n8n itself can evaluate. */
export type Way = (typeof WAYS)[number];

/** A protocol with a floor to compare with. */
export type Protocol = 'json' | 'xml';

/** A contact as an item holds it. */
export interface Contact {
	phone: string;
	name: string;
	order: number;
	shop: string;
}

/** What the user typed as text, for each way. */
export const TYPED: Readonly<Record<Way, string>> = {
	'one text': 'Your order is ready for pickup',
	simple: '=Hello {{ $json.name }}, order {{ $json.order }} of {{ $json.shop }}',
	'needs n8n': '={{ $json.name.toUpperCase() }}',
};

/** The same by hand: what a script would write that knows what it wants. */
export const WRITTEN: Readonly<Record<Way, (contact: Contact) => string>> = {
	'one text': () => TYPED['one text'],
	simple: ({ name, order, shop }) => `Hello ${name}, order ${order} of ${shop}`,
	'needs n8n': ({ name }) => name.toUpperCase(),
};

/** Recipients in one request: the usual number of the node. */
export const PER_REQUEST = 500;

/** Contacts with different names, and valid phones of which none comes twice. */
export function makeContacts(count: number): Contact[] {
	return Array.from({ length: count }, (_, index) => ({
		phone: String(79_000_100_000 + index),
		name: `Customer ${index}`,
		order: 500_000 + index,
		shop: `Shop no. ${index % 97}`,
	}));
}
