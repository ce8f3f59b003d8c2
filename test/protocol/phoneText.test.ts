import { readPhoneText } from '../../nodes/CascadeMessaging/protocol/phoneText';

describe('readPhoneText', () => {
	it.each([
		'+7 900 000-00-01',
		'\u202d+7 900 000-00-01\u202c',
		'\u2068+7 900\u200b 000-00-01\u2069\ufe0f',
		"'+7 900 000-00-01",
		'’+7 900 000-00-01',
		'"+7 900 000-00-01"',
		'="+7 900 000-00-01"',
		'«+7 900 000-00-01»',
		'tel:+7 900 000-00-01',
		'TEL:+7 900 000-00-01',
		'callto://+7 900 000-00-01',
		" 'whatsapp: +7 900 000-00-01 ",
		'+ 7 900 000-00-01',
		'＋7\u00a0900\u2009000-00-01',
	])('takes the way of writing off %j', (written) => {
		expect(readPhoneText(written)).toEqual({ text: '7 900 000-00-01', hasPlus: true });
	});

	it.each([
		['0079000000001', '79000000001'],
		['00 7 900 000 00 01', '7 900 000 00 01'],
		['00(7)9000000001', '7)9000000001'],
		['8~10 380 44 258 96 32', '380 44 258 96 32'],
		['8 ~ 10 380442589632', '380442589632'],
		['810380442589632', '380442589632'],
	])('finds in %j what is dialled behind the way abroad: %j', (text, abroad) => {
		expect(readPhoneText(text)).toEqual({ text, hasPlus: false, abroad });
	});

	it.each(['00', '8 900 000-00-01', '0501234567', '=79000000001', 'x00 7', '8 10', '+0079000000001'])('finds none in %j', (text) => {
		expect(readPhoneText(text)).not.toHaveProperty('abroad');
	});

	it.each([
		['79000000001.0', '79000000001'],
		['79000000001.00', '79000000001'],
		['79000000001,0', '79000000001'],
		['8 900 000-00-01.0', '8 900 000-00-01'],
		['501234567.000', '501234567'],
	])('drops the fraction a spreadsheet gives %j', (written, text) => {
		expect(readPhoneText(written)).toEqual({ text, hasPlus: false });
	});

	it.each(['9655123456.5', '9655123456.12', '9655123456,7', '9655123456.123', '900000000.1234567'])(
		'leaves nothing of %j, which is no whole number',
		(written) => {
			expect(readPhoneText(written)).toEqual({ text: '', hasPlus: false });
		},
	);

	it.each(['8.900.000.00.00', '495.1234567', '8-900-000-00.00.0'])('leaves the dots of %j', (text) => {
		expect(readPhoneText(text)).toEqual({ text, hasPlus: false });
	});
});
