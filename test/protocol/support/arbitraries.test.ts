import fc from 'fast-check';

import type { Content } from '../../../nodes/CascadeMessaging/protocol/message';
import { anyAnswerTo } from './anyAnswer';
import { anyContent, anyText } from './arbitraries';

const SAMPLE = { numRuns: 5000, seed: 42 };

/** What property tests must meet, for they prove nothing of what never comes. */
const KINDS: readonly [name: string, pattern: RegExp][] = [
	...Array.from({ length: 17 }, (_, plane): [string, RegExp] => {
		const [first, last] = [plane * 0x10000 + (plane === 0 ? 0x80 : 0), plane * 0x10000 + 0xffff];
		return [`plane ${plane}`, new RegExp(`[\\u{${first.toString(16)}}-\\u{${last.toString(16)}}]`, 'u')];
	}),
	['a null', /\0/],
	['another control character', /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/], // eslint-disable-line no-control-regex -- these are what is looked for
	['a control character behind ASCII', /[\u007f-\u009f]/],
	['a character that is none', /[\ufffe\uffff]/],
	['a byte-order mark', /\ufeff/],
	['a high surrogate alone', /[\ud800-\udbff](?![\udc00-\udfff])/],
	['a low surrogate alone', /(?<![\ud800-\udbff])[\udc00-\udfff]/],
	['a line feed', /(?<!\r)\n/],
	['a carriage return', /\r(?!\n)/],
	['both', /\r\n/],
	['a line separator', /\u2028/],
	['a tab', /\t/],
	['blanks at an end', /^\s+\S|\S\s+$/],
	['nothing', /^$/],
	['a backslash and an n', /\\n/],
	['a backslash', /\\/],
	['the end of CDATA', /\]\]>/],
	['the beginning of CDATA', /<!\[CDATA\[/],
	['a comment', /<!--/],
	['an instruction', /<\?/],
	['an entity', /&amp;/],
	['a number of a character', /&#10;/],
	['an ampersand alone', /&(?!\w+;|#)/],
	['less than', /</],
	['greater than', />/],
	['a quote', /"/],
	['an apostrophe', /'/],
	['a percent sign', /%/],
	['a plus sign', /\+/],
	['a hash', /#/],
	['a pattern of a replacement', /\$[&1]/],
	['__proto__', /__proto__/],
	['constructor', /constructor/],
	['a decomposed letter', /\u0438\u0306/],
	['joined emoji', /\u200d/],
];

/** Texts of contents, by where they stand. */
const PLACES: readonly [name: string, textsOf: (content: Content) => readonly (string | undefined)[]][] = [
	['text', ({ channels }) => Object.values(channels).map(({ text }) => text)],
	['sender', ({ channels }) => Object.values(channels).map(({ sender }) => sender)],
	['button text', ({ channels }) => Object.values(channels).map(({ buttonText }) => buttonText)],
	['button URL', ({ channels }) => Object.values(channels).map(({ buttonUrl }) => buttonUrl)],
	['picture URL', ({ channels }) => Object.values(channels).map(({ imageUrl }) => imageUrl)],
	['campaign name', ({ campaignName }) => [campaignName]],
	['template ID', ({ channels }) => [channels.vk?.templateId]],
	['template parameter name', ({ channels }) => channels.vk?.templateData?.map(({ name }) => name) ?? []],
	['template parameter', ({ channels }) => channels.vk?.templateData?.map(({ value }) => value) ?? []],
];

/** The kinds that come too rarely among texts. */
const rareIn = (texts: readonly string[], least: number): string[] =>
	KINDS.filter(([, pattern]) => texts.filter((text) => pattern.test(text)).length < least).map(([name]) => name);

it('any text is often of every kind', () => {
	expect(rareIn(fc.sample(anyText, SAMPLE), 20)).toEqual([]);
});

describe('messages hold every kind', () => {
	const contents = fc.sample(anyContent, { ...SAMPLE, numRuns: 8000 });

	it.each(PLACES)('in the place of a %s', (_, textsOf) => {
		expect(
			rareIn(
				contents.flatMap((content) => textsOf(content).flatMap((text) => text ?? [])),
				3,
			),
		).toEqual([]);
	});

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('as the name of a template parameter: %s', (wanted) => {
		const names = contents.flatMap(({ channels }) => channels.vk?.templateData?.map(({ name }) => name) ?? []);
		expect(names.filter((name) => name === wanted).length).toBeGreaterThan(100);
	});
});

it.each(['send', 'state'] as const)('any answer to a %s request is often nasty', (kind) => {
	const answers = fc.sample(anyAnswerTo(kind), SAMPLE);
	expect(rareIn(answers, 3)).toEqual([]);
	for (const wanted of ['"__proto__":', '<constructor', 'toString', '@phone']) {
		expect(answers.filter((text) => text.includes(wanted)).length).toBeGreaterThan(20);
	}
});
