import { startSimulator, WORDS } from '../../simulator';
import { postXml, SECURITY, xmlRequest } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

const SMS = '<send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hello</text_sms>';
const ABONENT = '<abonent phone="79000000001"/>';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';
const RIGHT = xmlRequest(`<message>${SMS}${ABONENT}</message>`);

function refusal(text: string): string {
	return `<?xml version="1.0" encoding="utf-8"?> <response> <error>${text}</error> </response>`;
}

describe('a whole XML request is refused', () => {
	it.each<[string, string, string]>([
		['with a line break between tags', RIGHT.replace('<message>', '\n<message>'), WORDS.xmlLineBreak],
		['with a line break at its end', `${RIGHT}\r\n`, WORDS.xmlLineBreak],
		['with a line break in data', RIGHT.replace('Hello', 'Hel\nlo'), WORDS.xmlLineBreak],
		['with a line break in data as a reference', RIGHT.replace('Hello', 'Hel&#10;lo'), WORDS.xmlLineBreak],
		['without the declaration', RIGHT.replace(HEAD, ''), WORDS.badXml],
		['in another encoding', RIGHT.replace('utf-8', 'windows-1251'), WORDS.badXml],
		['in XML 1.1', RIGHT.replace('"1.0"', '"1.1"'), WORDS.badXml],
		['with a byte-order mark', `\ufeff${RIGHT}`, WORDS.badXml],
		['that is cut off', RIGHT.slice(0, -5), WORDS.badXml],
		['that is empty', '', WORDS.badXml],
		['with a bare ampersand', RIGHT.replace('Hello', 'you & me'), WORDS.badXml],
		['with an entity of its own', RIGHT.replace('Hello', '&hello;'), WORDS.badXml],
		['with a document type', RIGHT.replace(HEAD, `${HEAD}<!DOCTYPE request [<!ENTITY a "b">]>`), WORDS.badXml],
		['with a comment', RIGHT.replace('<message>', '<!-- hi --><message>'), WORDS.badXml],
		['with a processing instruction', RIGHT.replace('<message>', '<?php ?><message>'), WORDS.badXml],
		['with two roots', `${RIGHT}<request/>`, WORDS.badXml],
		['with another root', RIGHT.replaceAll('request>', 'query>'), WORDS.badXml],
		['with text between elements', RIGHT.replace('<message>', 'hello<message>'), WORDS.badXml],
		['that lies too deep', xmlRequest(`<message>${'<a>'.repeat(9)}${'</a>'.repeat(9)}</message>`), WORDS.badXml],
		['with an unknown element', RIGHT.replace(ABONENT, `<text>Hi</text>${ABONENT}`), 'Неизвестное поле text'],
		['with a field twice', RIGHT.replace(ABONENT, `<text_sms>Hi</text_sms>${ABONENT}`), 'Неизвестное поле text_sms'],
		['with an attribute on a field', RIGHT.replace('<text_sms>', '<text_sms lang="en">'), 'Неизвестное поле lang'],
		['with an unknown attribute', RIGHT.replace('phone=', 'name="Anna" phone='), 'Неизвестное поле name'],
		['with an element in a field', RIGHT.replace('Hello', '<b>Hello</b>'), 'Неизвестное поле b'],
		['with text in an abonent', RIGHT.replace(ABONENT, '<abonent phone="79000000001">Anna</abonent>'), WORDS.badXml],
		['with an abonent without a phone', RIGHT.replace(' phone="79000000001"', ''), WORDS.badPhone],
		['with security twice', xmlRequest(`${SECURITY}<message>${SMS}${ABONENT}</message>`), 'Неизвестное поле security'],
		['with a parameter twice', RIGHT.replace(ABONENT, '<templateData><a>1</a><a>2</a></templateData>'), 'Неизвестное поле a'],
		['with states at the address for sending', xmlRequest('<state><id_message>1</id_message></state>'), 'Неизвестное поле state'],
		['without messages', xmlRequest(''), WORDS.noMessages],
	])('%s', async (_, document, text) => {
		expect(await postXml(simulator.url, document)).toBe(refusal(text));
		expect(simulator.messages).toEqual([]);
	});

	it.each<[string, string, string]>([
		['without a state element', '', WORDS.noIds],
		['without IDs', '<state></state>', WORDS.noIds],
		['with two state elements', '<state><id_message>1</id_message></state><state/>', 'Неизвестное поле state'],
		['with anything but IDs', '<state><phone>1</phone></state>', 'Неизвестное поле phone'],
	])('for states %s', async (_, inside, text) => {
		expect(await postXml(simulator.url, xmlRequest(inside), '/xml/state_message.php')).toBe(refusal(text));
	});

	it('whose Content-Type is application/xml', async () => {
		const headers = { 'content-type': 'application/xml; charset=utf-8' };
		const response = await fetch(`${simulator.url}/xml/message.php`, { method: 'POST', headers, body: RIGHT });
		expect(await response.text()).toBe(refusal(WORDS.wrongContentType));
	});
});

it('accepts the document it spoilt above', async () => {
	expect(await postXml(simulator.url, RIGHT)).toContain('phone="79000000001">send</information>');
});

it('reads the two characters \\n as a line break, in elements and template parameters', async () => {
	const vk = '<send_vk>2</send_vk><templateId>1</templateId><templateData><Name>A\\nB</Name></templateData>';
	await postXml(simulator.url, RIGHT.replace('Hello', 'one\\ntwo &lt;three&gt;').replace(ABONENT, vk + ABONENT));
	const [sms, template] = simulator.messages[0]?.content.cascade ?? [];
	expect(sms?.text).toBe('one\ntwo <three>');
	expect(template?.template?.data.get('Name')).toBe('A\nB');
});

it('carries count_message when the operator has it so', async () => {
	const other = await startSimulator({ xmlCountMessage: true });
	expect(await postXml(other.url, RIGHT)).toContain(' count_message="1">send<');
	await other.close();
});
