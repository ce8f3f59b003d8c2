import fc from 'fast-check';
import { SyntaxValidator } from 'fast-xml-validator';

import { isPlainXml } from '../../../nodes/CascadeMessaging/protocol/codecs/plainXml';
import { RUNS } from '../support/runs';

const information = '<information id_message="1179038981" phone="79000000001" client_id_message="order-1">send</information>';

describe('plain XML', () => {
	it.each([
		`<?xml version="1.0" encoding="utf-8"?>\n<response>\n\t<message>${information}${information}</message>\n</response>\n`,
		`<?xml version="1.0" encoding="utf-8" ?> <response><message>${information}</message></response>`,
		'<response><error>Недостаточно средств: 0 "руб."</error></response>',
		'<response><state id_message="7" time_change_state="2026-12-01 10:31:07" />\r\n</response>',
		'<response/>',
		`<response><error>${'long '.repeat(190)}</error></response>`,
	])('is %j', (text) => {
		expect(isPlainXml(text)).toBe(true);
	});
});

describe('what may be none, or none of a gateway, is left to the validator', () => {
	it.each([
		['', 'nothing'],
		['Wrong password', 'no element'],
		[`<response>${information}`, 'an end that is missing'],
		['<response><message></response></message>', 'ends in another order'],
		['<response></response></response>', 'an end too many'],
		['<response/>tail', 'a text behind it'],
		['<response/>\u00A0', 'a blank that is none in XML'],
		['text<response/>', 'a text before it'],
		['<response/><response/>', 'two of them'],
		['<state id="1" id="2"/>', 'an attribute that comes twice'],
		['<state id=1/>', 'an attribute without quotes'],
		['<state id/>', 'an attribute without a value'],
		['<state id="1"phone="2"/>', 'attributes without a blank between them'],
		['<state id="a<b"/>', 'a mark in an attribute'],
		['<error>Tom & Jerry</error>', 'an ampersand'],
		['<error>\u0001</error>', 'a control character'],
		['<error>\uD83D</error>', 'half a character'],
		['<response><!-- 0.02s --></response>', 'a comment'],
		['<!DOCTYPE a><a/>', 'a document type'],
		['<?xml version="1.1"?><a/>', 'another version'],
	])('%j: %s', (text) => {
		expect(isPlainXml(text)).toBe(false);
	});

	it('an attribute that comes twice, with all that fits between', () => {
		const between = (count: number): string =>
			Array.from({ length: count }, (_, index) => ` ${String.fromCharCode(97 + index).repeat(40)}="${'x'.repeat(1000)}"`).join('');

		expect(isPlainXml(`<state id="1"${between(26)}/>`)).toBe(true);
		expect(isPlainXml(`<state id="1"${between(26)} id="2"/>`)).toBe(false);
	});

	it('a text of more than a thousand characters', () => {
		expect(isPlainXml(`<error>${'x'.repeat(1001)}</error>`)).toBe(false);
	});
});

describe('the validator', () => {
	const name = fc.constantFrom('response', 'message', 'state', 'xml', 'xmlns', 'id', '_', 'constructor');
	const mark = fc.constantFrom(
		'<',
		'>',
		'/',
		'="',
		'"',
		' ',
		"'",
		'&',
		'&amp;',
		'\n',
		'\t',
		'x',
		'я',
		'\u0085',
		'<?xml version="1.0"?>',
		'</',
		'/>',
	);
	const attribute = fc.tuple(name, mark).map(([key, value]) => ` ${key}="${value}"`);
	const start = fc.tuple(name, fc.array(attribute, { maxLength: 3 })).map(([tag, attributes]) => `<${tag}${attributes.join('')}>`);
	const end = name.map((tag) => `</${tag}>`);
	const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
		element: fc.tuple(name, fc.array(attribute, { maxLength: 3 }), tie('content')).map(([tag, attributes, content]) => {
			const head = `${tag}${attributes.join('')}`;
			return content === '' ? `<${head}/>` : `<${head}>${content}</${tag}>`;
		}),
		content: fc
			.array(fc.oneof({ maxDepth: 3, withCrossShrink: true }, mark, tie('element')), { maxLength: 4 })
			.map((parts) => parts.join('')),
	}));
	const text = fc.oneof(
		element,
		fc.array(fc.oneof(start, end, mark, element), { maxLength: 6 }).map((parts) => parts.join('')),
	);

	it('takes whatever is plain', () => {
		fc.assert(
			fc.property(text, (xml) => {
				fc.pre(isPlainXml(xml));
				expect(SyntaxValidator.validate(xml)).toBe(true);
			}),
			RUNS,
		);
	});
});
