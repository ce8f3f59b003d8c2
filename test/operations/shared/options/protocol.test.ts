import { protocolField, readProtocol } from '../../../../nodes/CascadeMessaging/operations/shared/options/protocol';
import { refusalOf } from '../../support/refusalOf';

it.each([undefined, null, '', ' \n'])('is JSON where none is chosen (%j), as the interface says', (protocol) => {
	expect(readProtocol({ protocol })).toBe('json');
	expect(protocolField).toMatchObject({ name: 'protocol', default: 'json', noDataExpression: true });
});

it.each(['json', 'xml', 'get'] as const)('may be %s', (protocol) => {
	expect(readProtocol({ protocol })).toBe(protocol);
});

it.each(['soap', 'JSON', ' xml', 'toString'])('may not be %j', (protocol) => {
	expect(refusalOf(() => readProtocol({ protocol }))).toEqual({
		code: 'valueNotReadable',
		field: 'Protocol',
		message: 'Protocol must be one of json, xml, get.',
	});
});

it('is chosen by name, with what sets it apart', () => {
	expect(protocolField.options).toEqual([
		{ name: 'JSON', value: 'json', description: expect.stringMatching(/\w/) as unknown },
		{ name: 'XML', value: 'xml', description: expect.stringMatching(/\w/) as unknown },
		{ name: 'GET', value: 'get', description: expect.stringMatching(/\w/) as unknown },
	]);
});
