import fc from 'fast-check';

import type { Message, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';
import { sms } from './check';

/** What a gateway says of one recipient. */
export interface Fate {
	readonly recipient: Recipient;
	/** The ID of an accepted one. */
	readonly id?: string;
	/** The reason for refusing another. */
	readonly words: string;
	/** What other fields the gateway adds. */
	readonly extra: string;
}

/** What it says of one message: of each recipient, or of all at once. */
export type Answered = { readonly refused: string } | { readonly fates: readonly Fate[] };

/** Messages, and what the gateway says of each, in their order. */
export interface Sent {
	readonly messages: readonly Message[];
	readonly answered: readonly Answered[];
}

const phone = fc.constantFrom('79000000001', '79000000002', '79000000003', '79000000004').map((digits) => digits);
const clientMessageId = fc.stringMatching(/^[1-9]\d{0,5}$/);
const id = fc.oneof(fc.stringMatching(/^[1-9]\d{0,11}$/), fc.stringMatching(/^[1-9]\d{15,20}$/));
const words = fc.constantFrom('Номер в стоп-листе', 'a "b" \\ }] <c/> & /> {', "it's 79000000001, [1]", '5', '\n');
const extra = fc.constantFrom('', '0', '}', '/>', '<information id_message="9" phone="79000000009"/>', '{"id_message":"9"}', "'", '"');

const fate: fc.Arbitrary<Fate> = fc
	.tuple(fc.record({ phone, clientMessageId }, { requiredKeys: ['phone'] }), id, words, extra, fc.boolean())
	.map(([recipient, given, reason, other, isAccepted]) => ({
		recipient,
		...(isAccepted && { id: given }),
		words: reason.trim() === '' && !isAccepted ? 'x' : reason,
		extra: other,
	}));

/** Each client number stands once, each ID too: an answer is one recipient's alone. */
const isEachOnce = (fates: readonly Fate[]): boolean => {
	const numbers = fates.flatMap(({ recipient }) => recipient.clientMessageId ?? []);
	const ids = fates.flatMap((one) => one.id ?? []);
	return new Set(numbers).size === numbers.length && new Set(ids).size === ids.length;
};

/** Messages with a few recipients, and what becomes of them. */
export const anySent: fc.Arbitrary<Sent> = fc
	.array(fc.tuple(fc.array(fate, { minLength: 1, maxLength: 4 }), fc.nat(5), words), { minLength: 1, maxLength: 4 })
	.filter((all) => isEachOnce(all.flatMap(([fates]) => fates)))
	.map((all) => ({
		messages: all.map(([fates], index) => ({ content: sms(`Text ${index}`), recipients: fates.map(({ recipient }) => recipient) })),
		answered: all.map(([fates, whole, reason]) => (whole === 0 && reason.trim() !== '' ? { refused: reason } : { fates })),
	}));

/** What of a fate the gateway names besides ID and reason. */
export interface Naming {
	readonly phones: boolean;
	readonly numbers: boolean;
}

/** Gateways name the phone, or leave it to the order, and the client number or not. */
export const anyNaming: fc.Arbitrary<Naming> = fc.record({ phones: fc.boolean(), numbers: fc.boolean() });

const fieldsOf = ({ recipient, id: given, extra: other }: Fate, { phones, numbers }: Naming): [string, string][] => [
	...(given === undefined ? [] : [['id_message', given] as [string, string]]),
	...(numbers && recipient.clientMessageId !== undefined ? [['client_id_message', recipient.clientMessageId] as [string, string]] : []),
	...(phones ? [['phone', recipient.phone] as [string, string]] : []),
	...(other === '' ? [] : [['note', other] as [string, string]]),
];

/** The answer in JSON: indented or not, its fields in any order, its numbers as text or as numbers. */
export function jsonAnswerTo({ answered }: Sent, naming: Naming): fc.Arbitrary<string> {
	return fc
		.tuple(fc.constantFrom(0, 2, '\t'), fc.boolean(), fc.boolean(), fc.boolean())
		.map(([indent, isBackwards, areNumbers, isNested]) => {
			const recipient = (one: Fate): unknown => {
				const fields: [string, unknown][] = [
					...fieldsOf(one, naming),
					...(one.id === undefined ? [['error', one.words] as [string, string]] : []),
				];
				if (isNested) fields.unshift(['more', { id_message: '9', list: [{ phone: '79000000009' }] }]);
				return Object.fromEntries(isBackwards ? fields.reverse() : fields);
			};
			const message = answered.map((one) => ('refused' in one ? { error: one.refused } : one.fates.map(recipient)));
			const text = JSON.stringify({ message }, null, indent);
			return areNumbers ? text.replace(/("id_message": ?)"(\d+)"/g, '$1$2') : text;
		});
}

const inXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The answer in XML: on one line or several, with either quote, reasons as text or as CDATA. */
export function xmlAnswerTo({ answered }: Sent, naming: Naming): fc.Arbitrary<string> {
	return fc
		.tuple(fc.constantFrom('', '\n', '\r\n  '), fc.constantFrom('"', "'"), fc.boolean(), fc.boolean())
		.map(([between, quote, isData, isBackwards]) => {
			const textOf = (text: string): string => (isData ? `<![CDATA[${text}]]>` : inXml(text));
			const information = (one: Fate): string => {
				const fields = isBackwards ? fieldsOf(one, naming).reverse() : fieldsOf(one, naming);
				const attributes = fields.map(([name, value]) => ` ${name}=${quote}${inXml(value)}${quote}`).join('');
				if (one.id === undefined) return `<information${attributes}>${textOf(one.words)}</information>`;
				return one.words === '5' ? `<information${attributes}/>` : `<information${attributes}>send</information>`;
			};
			const inside = answered.map((one) =>
				('refused' in one ? [`<error>${textOf(one.refused)}</error>`] : one.fates.map(information)).join(between),
			);
			const messages = inside.map((one) => `<message>${between}${one}${between}</message>`).join(between);
			return `<?xml version="1.0" encoding="utf-8" ?>${between}<response>${between}${messages}${between}</response>${between}`;
		});
}

/** What PHP may put before it. */
export const anyWarnings: fc.Arbitrary<string> = fc
	.array(
		fc.constantFrom(
			'<br />\n<b>Warning</b>:  mysql_connect(): {"message":[[{"id_message":"9" in <b>/www/a.php</b> on line <b>12</b><br />\n',
			'\nNotice: Undefined index: <information id_message="9"/> in /www/a.php on line 3\n',
			'PHP Deprecated:  Function each() is deprecated, "call" it no more in /www/b.php on line 1179038981\n',
		),
		{ maxLength: 2 },
	)
	.map((all) => all.join(''));
