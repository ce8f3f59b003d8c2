import { CHANNELS } from '../../nodes/CascadeMessaging/protocol/channels';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Content, Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../nodes/CascadeMessaging/protocol/rules';
import { check, codes, PROTOCOL_NAMES, sms, through, TO } from './support/check';
import { limitsWith } from './support/limits';
import { queryOf } from './support/queryOf';

const vk = (...names: string[]): Content => through('vk', { templateId: '100', templateData: names.map((name) => ({ name, value: 'x' })) });

describe('template parameters', () => {
	it.each(['1st', 'first name', 'a:b', '#text', '@phone', 'a\n'])('%j is no name in XML, but one in JSON', (name) => {
		const [violation, ...others] = check(vk(name), 'xml');
		expect(violation).toMatchObject({ code: 'parameterNameInvalid', field: 'VK Template Parameters' });
		expect(violation?.message).toContain(`"${name}" cannot be the name of an XML element. Choose the protocol JSON`);
		expect(others).toEqual([]);
		expect(check(vk(name), 'json')).toEqual([]);
		expect(check(vk(name), 'get')).toEqual([]);
	});

	it.each(PROTOCOL_NAMES)('need names, whole ones, in %s', (protocol) => {
		const code = 'parameterNameInvalid';
		const field = 'VK Template Parameters';
		expect(check(vk(' '), protocol)).toEqual([{ code, field, message: `${field}: a parameter has no name.` }]);
		const [half, ...others] = check(vk('a\ud83d'), protocol);
		expect(half).toMatchObject({ code, field });
		expect(half?.message).toMatch(protocol === 'xml' ? /cannot be the name of an XML element/ : /: a name holds half a character\.$/);
		expect(others).toEqual([]);
	});

	it('stand once each', () => {
		const field = 'VK Template Parameters';
		const message = `${field}: "Name" is given twice; each name may stand once.`;
		expect(check(vk('Name', 'Where', 'Name'))).toEqual([{ code: 'parameterRepeated', field, message }]);
	});

	it('are the second that is one too many', () => {
		const templateData = ['\0', 'x'].map((value) => ({ name: 'Name', value }));
		expect(codes(through('vk', { templateId: '1', templateData }), 'xml')).toEqual(['characterNotAllowed', 'parameterRepeated']);
	});

	it('hold what the protocol can carry', () => {
		const content = through('vk', { templateId: '1', templateData: [{ name: 'Name', value: '\0' }] });
		const violation = { code: 'characterNotAllowed', field: 'VK Template Parameters "Name"' };
		expect(check(content, 'xml')).toMatchObject([violation]);
		expect(check(content, 'json')).toEqual([]);
	});
});

describe('characters', () => {
	const halves: [string, Content][] = [
		['SMS Text', sms('Hi \ud83d')],
		['SMS Sender', through('sms', { text: 'Hi', sender: '\ude00' })],
		['VK Template ID', through('vk', { templateId: '\ud83d' })],
		['VK Template Parameters "Name"', through('vk', { templateId: '1', templateData: [{ name: 'Name', value: '\ud83d' }] })],
	];
	const cases = PROTOCOL_NAMES.flatMap((protocol) => halves.map(([field, content]) => [protocol, field, content] as const));

	it.each(cases)('half a character is refused in %s: %s', (protocol, field, content) => {
		const message = `${field} holds half of a character (an emoji cut in two?).`;
		expect(check(content, protocol)).toEqual([{ code: 'characterNotAllowed', field, message }]);
	});

	it('half a character is refused in Campaign Name', () => {
		const violation = { code: 'characterNotAllowed', field: 'Campaign Name' };
		expect(check({ ...sms('Hi'), campaignName: '\ud83d' })).toMatchObject([violation]);
		expect(check({ ...sms('Hi'), campaignName: '\0' }, 'xml')).toMatchObject([violation]);
	});

	it.each([
		['\0', 'U+0000'],
		['\v', 'U+000B'],
		['\u001b', 'U+001B'],
		['\uffff', 'U+FFFF'],
	])('%j goes in JSON and GET, but not in XML', (character, name) => {
		const message = `SMS Text holds the character ${name}, which XML does not allow. Remove it or choose the protocol JSON.`;
		expect(check(sms(`a${character}b`), 'xml')).toEqual([{ code: 'characterNotAllowed', field: 'SMS Text', message }]);
		expect(check(sms(`a${character}b`), 'json')).toEqual([]);
		expect(check(sms(`a${character}b`), 'get')).toEqual([]);
	});

	it('a backslash before an "n" would become a line break in XML', () => {
		const message =
			'SMS Text holds a backslash followed by "n", which XML requests use for a line break. Use a real line break, or choose the protocol JSON.';
		expect(check(sms(String.raw`C:\new`), 'xml')).toEqual([{ code: 'characterNotAllowed', field: 'SMS Text', message }]);
		expect(check(sms(String.raw`C:\new`), 'json')).toEqual([]);
		expect(check(sms('C:\\\nNew'), 'xml')).toEqual([]);
	});
});

describe('what GET cannot carry', () => {
	it.each<[string, Content, Recipient]>([
		['Campaign Name', { ...sms('Hi'), campaignName: 'Autumn' }, TO],
		['Send At', { ...sms('Hi'), sendAt: '2026-12-01 10:30' }, TO],
		['Client Message ID', sms('Hi'), { ...TO, clientMessageId: '111' }],
	])('%s', (field, content, recipient) => {
		const message = `${field} cannot be sent over GET. Remove it or choose the protocol JSON or XML.`;
		expect(check(content, 'get', recipient)).toEqual([{ code: 'protocolCannotCarry', field, message }]);
	});

	it('nothing of it is not too much', () => {
		expect(check({ ...sms('Hi'), campaignName: '', sendAt: '' }, 'get')).toEqual([]);
	});
});

describe('a client message ID', () => {
	it.each(['1', '111', '999999999999999', '100000000000000'])('may be %s', (clientMessageId) => {
		expect(check(sms('Hi'), 'json', { ...TO, clientMessageId })).toEqual([]);
	});

	it.each(['', '0', '1000000000000000', '-1', '1.0', '1e3', 'abc', ' 1', '1\n', '١', '0x1'])('may not be %j', (clientMessageId) => {
		const field = 'Client Message ID';
		const message = 'Client Message ID must be a whole number of 1 to 15 digits that does not start with 0.';
		expect(check(sms('Hi'), 'json', { ...TO, clientMessageId })).toEqual([{ code: 'clientMessageIdInvalid', field, message }]);
	});
});

describe('the URL of a GET request', () => {
	it('may have 2,000 characters and no more, what stands around the message included', () => {
		const withoutText = queryOf(PROTOCOLS.get.encodeSend([{ content: sms(''), recipients: [TO] }])).length;
		const longest = 'x'.repeat(2000 - 100 - withoutText - '&text_sms='.length);
		expect(checkMessage(sms(longest), TO, limitsWith(PROTOCOLS.get, 100))).toEqual([]);
		expect(checkMessage(sms(`${longest}x`), TO, limitsWith(PROTOCOLS.get, 100))).toEqual([
			{
				code: 'urlTooLong',
				field: 'Protocol',
				message: 'Protocol GET: the URL would have 2001 characters; at most 2000 are allowed. Shorten the texts or choose JSON.',
			},
		]);
	});

	it.each(['json', 'xml'] as const)('does not count in %s, however long the login and password', (protocol) => {
		expect(checkMessage(sms('Hi'), TO, limitsWith(PROTOCOLS[protocol], 3000))).toEqual([]);
	});

	it('is not counted when the message cannot be encoded', () => {
		const violations = checkMessage(sms('Hi \ud83d'), TO, limitsWith(PROTOCOLS.get, 3000));
		expect(violations.map(({ code }) => code)).toEqual(['characterNotAllowed']);
	});

	it('counts characters as they are encoded', () => {
		expect(codes(sms('\u0438'.repeat(340)), 'get')).toEqual(['urlTooLong']);
		expect(codes(sms('\u0438'.repeat(340)), 'json')).toEqual([]);
		expect(codes(sms('\u0438'.repeat(340)), 'xml')).toEqual([]);
	});
});

describe('what was checked before', () => {
	const [json, xml] = [limitsWith(PROTOCOLS.json), limitsWith(PROTOCOLS.xml)];
	const content = sms('a\0');

	it('says nothing about another content, protocol or recipient', () => {
		const checked = [
			checkMessage(content, TO, xml),
			checkMessage(content, TO, json),
			checkMessage(sms('b'), TO, xml),
			checkMessage(content, TO, xml),
			checkMessage(content, { ...TO, clientMessageId: '0' }, xml),
			checkMessage(content, TO, xml),
		];
		const character = 'characterNotAllowed';
		const found = checked.map((violations) => violations.map(({ code }) => code));
		expect(found).toEqual([[character], [], [], [character], [character, 'clientMessageIdInvalid'], [character]]);
	});

	it('says nothing about other channels', () => {
		const long = sms('A text that is too long for a channel of our own');
		const shortTexts = { ...CHANNELS, sms: { ...CHANNELS.sms, fields: CHANNELS.sms.fields.map((field) => ({ ...field, maxLength: 10 })) } };
		expect([checkMessage(long, TO, json), checkMessage(long, TO, json, shortTexts)]).toEqual([
			[],
			[expect.objectContaining({ code: 'textTooLong' })],
		]);
	});
});
