import fc from 'fast-check';

import { checkVariables } from '../../nodes/CascadeMessaging/protocol';
import { RUNS } from './support/runs';

const sms = (text: string) => ({ cascade: ['sms' as const], channels: { sms: { sender: 'MyShop', text } } });

it.each([
	'Hello!',
	'Hello, #name# #surname#, your code is #addition_1#',
	'#number##phone#',
	'New #sale, see #shop',
	'We are #1 and #2#',
	'A # b # c',
	'#',
	'##',
	'#sale #',
	'#sale#autumn',
])('%j may go out', (text) => {
	expect(checkVariables(sms(text))).toEqual([]);
});

it.each([
	['Hello, #nmae#', '#nmae#'],
	['Привет, #имя#', '#имя#'],
	['#addition_6#', '#addition_6#'],
	['#Name#', '#Name#'],
	['#constructor#', '#constructor#'],
])('%j would reach the customer as it stands', (text, variable) => {
	expect(checkVariables(sms(text))).toEqual([
		{
			code: 'variableUnknown',
			field: 'SMS Text',
			message: `SMS Text holds ${variable}, which is no field of a contact. There are #name#, #surname#, #patronymic#, #date_birth#, #male#, #number#, #phone#, #region#, #operator#, #addition_1#, #addition_2#, #addition_3#, #addition_4#, #addition_5#. If it is meant as it stands, put a blank before the second #.`,
		},
	]);
});

it('all texts of all channels are looked at, template parameters too', () => {
	const content = {
		cascade: ['viber' as const, 'vk' as const],
		channels: {
			viber: { sender: 'MyShop', text: 'a', buttonText: '#a#', buttonUrl: 'https://x/#b#' },
			vk: { templateId: '1', templateData: [{ name: 'who', value: '#c#' }] },
		},
	};
	expect(checkVariables(content).map(({ field }) => field)).toEqual(['Viber Button Text', 'Viber Button URL', 'VK Template Parameters']);
});

it('a text is refused where two marks hold a word between them that is none of a contact, and nowhere else', () => {
	const word = fc.stringMatching(/^[a-zа-я_][a-zа-я0-9_]{0,8}$/);
	fc.assert(
		fc.property(word, fc.boolean(), (name, isClosed) => {
			const text = `Hello #${name}${isClosed ? '#' : ' #'}`;
			const isKnown = /^(name|surname|patronymic|date_birth|male|number|phone|region|operator|addition_[1-5])$/.test(name);
			expect(checkVariables(sms(text))).toHaveLength(isClosed && !isKnown ? 1 : 0);
		}),
		RUNS,
	);
});
