import fc from 'fast-check';

import { anyText, everyPlane } from './arbitraries';
import { fixture } from './fixtures';

const NAMES = {
	send: ['message', 'error', 'information', 'id_message', 'client_id_message', 'phone', 'count_message', 'id_viber', 'id_sms'],
	state: ['state', 'error', 'id_message', 'time_change_state', 'state_sms', 'price_sms', 'num_parts_sms', 'state_viber'],
};
const NASTY_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'response', 'x', '#text', '@phone', ''];

const scalar = fc.oneof(fc.constantFrom('501', '79000000001', 'deliver', '0', '', '3,40'), anyText);

/** Documents that use the protocol's names, in any arrangement. */
function jsonAnswer(names: readonly string[]): fc.Arbitrary<string> {
	const name = fc.constantFrom(...names, ...NASTY_NAMES);
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			scalar,
			fc.constantFrom(null, true, 0, 501, 1.5, -1, 1e21),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(name, tie('value'), { maxKeys: 4 }),
		),
	}));
	return fc.dictionary(name, value, { maxKeys: 3, minKeys: 1 }).map((document) => JSON.stringify(document));
}

function xmlAnswer(names: readonly string[]): fc.Arbitrary<string> {
	const name = fc.constantFrom(...names, ...NASTY_NAMES);
	const attributes = fc
		.array(fc.tuple(name, scalar), { maxLength: 4 })
		.map((all) => all.map(([key, value]) => ` ${key}="${value}"`).join(''));
	const { inside } = fc.letrec<{ inside: string; element: string }>((tie) => ({
		inside: fc.oneof(
			{ depthSize: 'small' },
			scalar,
			fc.array(tie('element'), { maxLength: 3 }).map((all) => all.join('')),
		),
		element: fc.tuple(name, attributes, tie('inside')).map(([tag, given, content]) => `<${tag}${given}>${content}</${tag}>`),
	}));
	return inside.map((content) => `<response>${content}</response>`);
}

/** A worked example with a piece cut out, put in twice, or replaced. */
function damaged(text: string): fc.Arbitrary<string> {
	return fc.tuple(fc.nat(text.length), fc.nat(40), anyText, fc.boolean()).map(([at, length, put, twice]) => {
		const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
		return twice ? `${before}${piece}${piece}${after}` : `${before}${put}${after}`;
	});
}

/** Any text that could come instead of an answer, much of it close to one. */
export function anyAnswerTo(kind: 'send' | 'state'): fc.Arbitrary<string> {
	return fc.oneof(
		everyPlane,
		anyText,
		fc.json(),
		jsonAnswer(NAMES[kind]),
		xmlAnswer(NAMES[kind]),
		...[`json-${kind}.response.json`, `xml-${kind}.response.xml`, `get-${kind}.response.txt`].map((name) => damaged(fixture(name))),
	);
}
