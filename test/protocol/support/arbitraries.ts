import fc from 'fast-check';

import type { Channel } from '../../../nodes/CascadeMessaging/protocol/channels';
import { CHANNEL_NAMES, CHANNELS } from '../../../nodes/CascadeMessaging/protocol/channels';
import type { ChannelContent, FieldName } from '../../../nodes/CascadeMessaging/protocol/contentFields';
import type { Content, Message, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';
import type { TemplateParameter } from '../../../nodes/CascadeMessaging/protocol/wireWriter';

/** What has broken encoders before: markup, escapes, line breaks, characters no protocol carries, half characters. */
const NASTY = [
	...`< > & " ' ]]> <![CDATA[ <!-- --> <? &amp; &#10; &#0; </text_sms> <request>`.split(' '),
	...'\\ n \\n % %00 + # ? = , { } [ $& $1 #name# null 0 __proto__ constructor'.split(' '),
	...'\n|\r|\r\n|\\\n|\t| |\u0001|\u007f|\v|\f|\0|\u001b|\u001f|\u0085|\u00a0|\u2028|\ufeff|\ufffe|\uffff'.split('|'),
	...'Ж \u0438\u0306 😀 👨‍👩‍👧 \u{10ffff} \ud83d \ude00'.split(' '),
];

/** Characters of any Unicode plane, control characters and unassigned ones included; no half ones. */
export const everyPlane: fc.Arbitrary<string> = fc
	.array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), {
		maxLength: 12,
	})
	.map((codes) => String.fromCodePoint(...codes));

/** Any text: words, every Unicode plane, and what is nasty. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.constantFrom('Привет!', 'Your order is ready.', 'https://shop.example/?a=1&b=2', '1', 'two\nlines'),
	},
	{ weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
	{ weight: 1, arbitrary: everyPlane },
	{ weight: 2, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 6 }).map((parts) => parts.join('')) },
);

const shortText = anyText.map((text) => Array.from(text).slice(0, 19).join(''));

const minutes = fc.oneof(
	{ weight: 9, arbitrary: fc.integer({ min: 1, max: 1_000_000 }) },
	{ weight: 1, arbitrary: fc.constantFrom(0, 1.5, Number.MAX_SAFE_INTEGER) },
);

const parameterName = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom('Name', 'Where', 'Имя', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '_-.1'),
	},
	{ weight: 2, arbitrary: anyText },
);

const templateData: fc.Arbitrary<TemplateParameter[]> = fc.uniqueArray(fc.record({ name: parameterName, value: anyText }), {
	selector: ({ name }) => name,
	maxLength: 4,
});

/** A button or a picture that is there at all mostly has all its company. */
function withCompany({ buttonText, buttonUrl, imageUrl, ...others }: ChannelContent): ChannelContent {
	if (buttonText === undefined || buttonUrl === undefined) return others;
	return { ...others, buttonText, buttonUrl, ...(imageUrl !== undefined && { imageUrl }) };
}

const VALUES: { readonly [Name in FieldName]: fc.Arbitrary<ChannelContent[Name]> } = {
	text: anyText,
	sender: anyText,
	buttonText: shortText,
	buttonUrl: anyText,
	imageUrl: anyText,
	validityPeriod: minutes,
	finaleRead: fc.boolean(),
	templateId: anyText,
	templateData,
};

/** What a channel may show, with all that it requires, and a sender. */
function contentOf({ fields }: Channel): fc.Arbitrary<ChannelContent> {
	const requiredKeys = fields.flatMap(({ name, required = false }) => (required || name === 'sender' ? [name] : []));
	const values = Object.fromEntries(fields.map(({ name }) => [name, VALUES[name]]));
	return (fc.record(values, { requiredKeys }) as fc.Arbitrary<ChannelContent>).map(withCompany);
}

const CONTENTS = new Map(CHANNEL_NAMES.map((name) => [name, contentOf(CHANNELS[name])]));

/** A content through any cascade, often one that breaks a rule. */
export const anyContent: fc.Arbitrary<Content> = fc.shuffledSubarray(CHANNEL_NAMES, { minLength: 1 }).chain((cascade) =>
	fc.record(
		{
			cascade: fc.constant(cascade),
			channels: fc
				.tuple(...cascade.flatMap((name) => CONTENTS.get(name) ?? []))
				.map((all) => Object.fromEntries(cascade.map((name, i) => [name, all[i] ?? {}]))),
			campaignName: anyText,
			sendAt: fc.constantFrom('2026-12-01 10:30', '2027-01-01 00:00'),
		},
		{ requiredKeys: ['cascade', 'channels'] },
	),
);

const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
	fc.stringMatching(new RegExp(`^[1-9][0-9]{${minLength - 1},${maxLength - 1}}$`));

/** A recipient, with a client number or without. */
export const anyRecipient: fc.Arbitrary<Recipient> = fc.record(
	{ phone: digits(7, 15), clientMessageId: digits(1, 15) },
	{ requiredKeys: ['phone'] },
);

/** A message for one or a few recipients, often one that breaks a rule. */
export const anyMessage: fc.Arbitrary<Message> = fc.record({
	content: anyContent,
	recipients: fc.array(anyRecipient, { minLength: 1, maxLength: 3 }),
});

/** A message such as GET carries: without campaign, time and numbers. */
export const anyGetMessage: fc.Arbitrary<Message> = anyMessage.map(({ content: { cascade, channels }, recipients }) => ({
	content: { cascade, channels },
	recipients: recipients.map(({ phone }) => ({ phone })),
}));
