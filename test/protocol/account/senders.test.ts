import { asked, readTo } from './support/reading';

const LIST = [
	{ state: 'completed', originator: 'MyShop' },
	{ state: 'order', originator: 'MyShop2' },
	{ state: 'rejected', originator: 'Bank' },
];

it('are asked for by their type alone', () => {
	expect(asked('senders', {})).toEqual({ type: 'originator' });
});

it('are read with what became of each, as they are: they are the user’s own', () => {
	expect(readTo('senders', { any_originator: 'FALSE', list_originator: LIST }, {})).toEqual({
		any: false,
		senders: [
			{ name: 'MyShop', state: 'usable' },
			{ name: 'MyShop2', state: 'waiting' },
			{ name: 'Bank', state: 'rejected' },
		],
	});
});

it.each([
	['TRUE', true],
	['true', true],
	[true, true],
	['1', true],
	[1, true],
	['FALSE', false],
	[false, false],
	[0, false],
	['maybe', null],
	[null, null],
])('say whether any other may be used: %j means %j', (word, any) => {
	expect(readTo('senders', { any_originator: word, list_originator: [] }, {})).toEqual({ any, senders: [] });
});

it('are not listed where any may be used', () => {
	expect(readTo('senders', { any_originator: 'TRUE' }, {})).toEqual({ any: true, senders: [] });
	expect(readTo('senders', { any_originator: 'TRUE', list_originator: LIST[0] }, {})).toEqual({
		any: true,
		senders: [{ name: 'MyShop', state: 'usable' }],
	});
});

it('may be numbers, and are kept where nothing known is said of them', () => {
	const list = [
		{ originator: 79000000001, state: 'new' },
		{ originator: 'X', state: 'COMPLETED' },
		{ originator: '', state: 'order' },
	];
	expect(readTo('senders', { list_originator: list }, {})).toEqual({
		any: null,
		senders: [
			{ name: '79000000001', state: null },
			{ name: 'X', state: 'usable' },
		],
	});
});

it.each([{ any_originator: 'FALSE' }, {}, { list_originator: [{ state: 'completed' }] }, { list_originator: ['MyShop'] }])(
	'are not understood without a list: %j',
	(document) => {
		expect(readTo('senders', document, {})).toMatchObject({
			code: 'notUnderstood',
			message: 'The gateway\'s answer is not what is documented: it lacks a readable "list_originator".',
		});
	},
);
