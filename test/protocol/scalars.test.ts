import { idOf, isGatewayId, scalarText } from '../../nodes/CascadeMessaging/protocol/scalars';

describe('scalarText', () => {
	it.each([
		['text', 'text'],
		[' \n text\t', 'text'],
		[5, '5'],
		[0, '0'],
		[3.4, '3.4'],
		[12345678901234567890n, '12345678901234567890'],
	])('reads %p as %j', (value, text) => {
		expect(scalarText(value)).toBe(text);
	});

	it.each([undefined, null, '', ' \n', true, false, [], ['a'], {}, { text: 'a' }])('finds no text in %p', (value) => {
		expect(scalarText(value)).toBeUndefined();
	});
});

describe('idOf', () => {
	it.each([
		['1179038981', '1179038981'],
		[1179038981, '1179038981'],
		[' 5001 ', '5001'],
		['007', '007'],
		['10', '10'],
		['99999999999999999999999999', '99999999999999999999999999'],
	])('reads %j as %s', (value, id) => {
		expect(idOf(value)).toBe(id);
	});

	it.each([
		'0',
		0,
		'000',
		'',
		' ',
		undefined,
		null,
		true,
		false,
		[5],
		{},
		-1,
		'-1',
		1.5,
		'1.5',
		1.17e18,
		'1.17e+18',
		NaN,
		'null',
		'error',
		'Нет',
		'a1',
		'5 6',
		'٣',
	])('finds no ID in %j', (value) => {
		expect(idOf(value)).toBeNull();
	});
});

describe('isGatewayId', () => {
	it.each(['501', '007', '9'.repeat(64)])('takes %j', (text) => {
		expect(isGatewayId(text)).toBe(true);
	});

	it.each(['', '0', '000', ' 501', '!501', '501!', '501 502', 'Номер', '1.5', '-1', '1e3', 'null', 'a_B-9', '٥', '9'.repeat(65)])(
		'refuses %j',
		(text) => {
			expect(isGatewayId(text)).toBe(false);
		},
	);
});
