import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { Entry, Piece } from '../../../nodes/CascadeMessaging/protocol/codecs/pieces';
import { takeXmlApart } from '../../../nodes/CascadeMessaging/protocol/codecs/xmlList';
import { recipientsOf } from '../support/recipients';

const one = (id: number, text = ''): string => `<information id_message="${id}">${text}</information>`;

/** A record in short: its ID, or what of it cannot be read. */
const inShort = (piece: Piece): string => {
	if ('unreadable' in piece) return `unreadable ${piece.unreadable}`;
	const { '@id_message': id, error } = piece.value as Record<string, string>;
	return error === undefined ? String(id) : `error ${error}`;
};

/** Records in short, those of a message as a list. */
const entriesIn = (answer: string, name: 'information' | 'state' = 'information'): unknown =>
	takeXmlApart(answer, name)?.entries.map((entry: Entry) => ('inside' in entry ? entry.inside.map(inShort) : inShort(entry)));

describe('an answer is taken apart', () => {
	it('into its messages and their records', () => {
		expect(
			takeXmlApart(`<response><message>${one(501)}${one(502)}</message><message>${one(503)}</message></response>`, 'information'),
		).toEqual({
			entries: [
				{ inside: [{ value: { '@id_message': '501' } }, { value: { '@id_message': '502' } }] },
				{ inside: [{ value: { '@id_message': '503' } }] },
			],
			isEnded: true,
			isOrdered: true,
		});
	});

	it.each(['<response>', '<response code="0">', '<response\n>', '<!-- --><p>Warning</p><response>'])(
		'wherever its response begins: %s',
		(begin) => {
			expect(entriesIn(`${begin}<message>${one(501)}</message></response>`)).toEqual([['501']]);
		},
	);

	it.each([
		['no response', `<message>${one(501)}</message>`],
		['another element', `<responses><message>${one(501)}</message></responses>`],
		['a document type before it', `<!doctype html><response><message>${one(501)}</message></response>`],
		['no record', '<response><message></message></response>'],
		['no message', '<response></response>'],
		['nothing but an error', '<response><error>No</error></response>'],
	])('not where there is %s', (_, answer) => {
		expect(takeXmlApart(answer, 'information')).toBeUndefined();
	});

	it('and a document type behind it does no harm', () => {
		expect(entriesIn(`<response><message>${one(501)}</message></response><!doctype html>`)).toEqual([['501']]);
	});
});

describe('before the first record', () => {
	const behind = (markup: string): unknown => entriesIn(`<response>${markup}<message>${one(501)}</message></response>`);

	it.each([
		'<br>',
		'<br/>',
		'<B>Warning</B>',
		'<p class="x">',
		'<i>',
		'<hr>',
		'<div>',
		'<pre>',
		'<span>',
		'<font>',
		'<table><tr><th><td>',
		'<h1>',
		'<a href="x">',
		'<strong>',
		'<em>',
		'<error>x</error>',
		'5 < 6',
		'',
	])('may stand %j', (markup) => {
		expect(behind(markup)).toEqual([['501']]);
	});

	it.each(['<envelope>', '<Envelope>', '<soap:Body>', '<_x>', '<brx>', '<tx>', '<hx>', '<html>', '<script>'])(
		'%s says that it is no answer of the gateway',
		(markup) => {
			expect(behind(markup)).toBeUndefined();
		},
	);

	it('of a state may stand a message', () => {
		expect(entriesIn('<response><message/><state id_message="501">send</state></response>', 'state')).toEqual([['501']]);
		expect(entriesIn('<response><envelope><state id_message="501">send</state></envelope></response>', 'state')).toBeUndefined();
	});

	it('but behind it may stand anything', () => {
		expect(entriesIn(`<response><message>${one(501)}<envelope/>${one(502)}</message></response>`)).toEqual([['501', '502']]);
	});
});

describe('a record', () => {
	const within = (inside: string): unknown => entriesIn(`<response><message>${inside}</message></response>`);

	it.each([
		[
			'where the next one begins',
			`<information id_message="501">send${one(502)}`,
			['unreadable <information id_message="501">send', '502'],
		],
		['where its message ends', '<information id_message="501">send', ['unreadable <information id_message="501">send']],
		['behind its own end', `${one(501)} words ${one(502)}`, ['501', '502']],
		['behind its tag, where nothing is in it', '<information id_message="501"/><information id_message="502" />', ['501', '502']],
	])('goes up to %s', (_, inside, records) => {
		expect(within(inside)).toEqual([records]);
	});

	it('may hold an error and a state, which are parts of it', () => {
		expect(within(`${one(501, 'x<error>No</error><state>y</state>')}${one(502)}`)).toEqual([['error No', '502']]);
		expect(within(one(501, '<state>x</state>'))).toEqual([['501']]);
	});

	it('is none in a comment', () => {
		expect(within(`<!-- ${one(9)} ]]> ${one(9)} -->${one(501)}<!----><!-- -->${one(502)}`)).toEqual([['501', '502']]);
	});

	it('is none in CDATA', () => {
		expect(within(`${one(501, `<![CDATA[ </information>${one(9)} --> ${one(9)} ]]>`)}${one(502)}`)).toEqual([['501', '502']]);
	});

	it.each(['<!-- ', '<![CDATA['])('is none behind %j that has no end', (begin) => {
		expect(entriesIn(`<response><message>${one(501)}${begin}${one(9)}</message></response>`)).toEqual([['501']]);
	});

	it('is unreadable where something in it has no end', () => {
		expect(within('<information id_message="501"><error>No</information>')).toEqual([
			['unreadable <information id_message="501"><error>No</information>'],
		]);
	});
});

describe('the end', () => {
	it.each([
		['is there', `<response><message>${one(501)}</message></response>`, true],
		['is there, whatever stands behind it', `<response><message>${one(501)}</message></response>& <br>`, true],
		['of the message alone is not the end', `<response><message>${one(501)}</message>`, false],
		['is not there where another answer begins behind it', `<response><message>${one(501)}</message></response><response>`, false],
		['is missing', `<response><message>${one(501)}`, false],
	])('%s', (_, answer, isEnded) => {
		expect(takeXmlApart(answer, 'information')).toMatchObject({ entries: [{ inside: [{ value: { '@id_message': '501' } }] }], isEnded });
	});

	it('of an answer that begins anew is that of the second, and the first loses nothing', () => {
		expect(entriesIn(`<response><message>${one(501)}<response><message>${one(502)}</message></response>`)).toEqual([['501'], ['502']]);
	});
});

describe('an error', () => {
	const within = (inside: string): unknown => entriesIn(`<response><message>${inside}</message><message>${one(503)}</message></response>`);

	it('refuses its message', () => {
		expect(within('<error>No & no</error>')).toEqual(['error No & no', ['503']]);
		expect(within('<error>No')).toEqual([[], ['503']]);
	});

	it('that cannot be read refuses nothing', () => {
		expect(within('<error>No<br></error>')).toEqual([[], ['503']]);
	});

	it('refuses no message that answers for a recipient, before or behind it', () => {
		expect(within(`${one(501)}<error>Partly</error>`)).toEqual([['501'], ['503']]);
		expect(within(`${one(501)}<error>Partly</error>${one(502)}`)).toEqual([['501', '502'], ['503']]);
		expect(within(`<error>Partly</error>${one(501)}${one(502)}`)).toEqual([['501', '502'], ['503']]);
	});

	it('outside of any message is no record', () => {
		expect(entriesIn(`<response><error>No</error><message>${one(501)}</message><error>No</error></response>`)).toEqual([['501']]);
	});
});

describe('a record outside of any message', () => {
	const OUTSIDE = `<response>${one(501)}<message>${one(502)}</message>${one(503)}</response>`;

	it('keeps its place among the messages, but nobody knows which it belongs to', () => {
		expect(entriesIn(OUTSIDE)).toEqual([['501'], ['502'], ['503']]);
		expect(takeXmlApart(OUTSIDE, 'information')).toMatchObject({ isOrdered: false });
	});

	it('is read as any other, so that its ID is not lost', () => {
		const answer = PROTOCOLS.xml.decodeSend(
			`<response>${one(501)}<information id_message="502"><br></information><message>${one(503)}</message></response>`,
		);
		expect(answer).toMatchObject({ isOrdered: false });
		expect(recipientsOf(answer)).toMatchObject([
			[{ accepted: true, messageId: '501' }],
			[{ accepted: false, messageId: '502' }],
			[{ accepted: true, messageId: '503' }],
		]);
	});

	it('is where a state belongs', () => {
		expect(takeXmlApart('<response><state id_message="501">send</state></response>', 'state')).toEqual({
			entries: [{ inside: [{ value: { '@id_message': '501', '#text': 'send' } }] }],
			isEnded: true,
			isOrdered: true,
		});
	});
});

it('a state may hold what is a record elsewhere', () => {
	const state = '<state id_message="501">send<message>x</message><information/></state>';
	expect(entriesIn(`<response>${state}<state id_message="502">send</state></response>`, 'state')).toEqual([['501'], ['502']]);
});

it.each([
	['alone', `<response>${one(501)}</response>`, ['501']],
	['beside a message', `<response><message>${one(501)}</message>${one(502)}</response>`, ['501', '502']],
	['beside an error', `<response><error>No</error>${one(501)}</response>`, ['501']],
])('a record outside of any message keeps its ID in a sound document, too: %s', (_, answer, ids) => {
	expect(
		recipientsOf(PROTOCOLS.xml.decodeSend(answer))
			.flat()
			.map((recipient) => (recipient.accepted ? recipient.messageId : null)),
	).toEqual(ids);
});
