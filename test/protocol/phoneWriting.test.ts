import { readWrittenPhone } from '../../nodes/CascadeMessaging/protocol/phoneWriting';

const PLUS = { form: 'plus', digits: '79161234567' };
const LOCAL = { form: 'digits', digits: '89161234567' };

describe('readWrittenPhone', () => {
	it.each([
		'+79161234567',
		'+7 (916) 123-45-67',
		'(+7) 916 123-45-67',
		'[+7 916 123-45-67]',
		'+ 7 916 123 45 67',
		'++7 916 123 45 67',
		'+ + 7 916 123 45 67',
		'+7.916.123.45.67',
		'+7 916/123-45-67',
		'+7~916~1234567',
		'+7 916 123‐45‑67',
		'+7 916 123–45—67',
		'+7 916 123―45−67',
		'+7 916 123⁃45ー67',
		'+7·916·123․45．67',
		'＋７（９１６）１２３－４５－６７',
		'（+7）916 1234567',
		'  + 7 916 1234567',
		"'   +7 916 1234567   '",
		'+7 916/1234567'.replace('/', '／'),
		'﹢7［916］1234567',
		'⁺7 916 1234567',
		'➕7 916∕1234567'.replace('∕', '⁄'),
		'+٧٩١٦١٢٣٤٥٦٧',
		'+۷۹۱۶۱۲۳۴۵۶۷',
		'+7\u00A0916\u202F123\u200945\u300067',
		'\t+7 916 123 45 67\r\n',
		'+7\u2800916 123 45 67',
		'+7️⃣9️⃣1️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣',
		'\u202D+7 916 123-45-67\u202C',
		'\u2068+7 916 123-45-67\u2069',
		'\u200E+7 916 123\u200B-45\u00AD-67\uFEFF',
		"'+79161234567",
		'’+79161234567',
		'‘+79161234567',
		"' +79161234567",
		'"+79161234567"',
		'="+79161234567"',
		"='+79161234567'",
		'«+79161234567»',
		'tel:+7-916-123-45-67',
		'TEL:+79161234567',
		'tel://+79161234567',
		'callto:+79161234567',
		'sms:+79161234567',
		'smsto:+79161234567',
		'whatsapp:+79161234567',
		'viber:+79161234567',
		'тел. +7 916 123-45-67',
		'Тел.: +7 916 123-45-67',
		'моб: +7 916 123-45-67',
		"tel:'+79161234567",
		'☎️ +7 916 123-45-67',
		'📞+7 916 123-45-67',
		'📱 тел.: +7 916 123-45-67',
		'+79161234567.0',
		'+79161234567.00',
		'+7 916 123-45-67,0',
	])('reads %j as digits behind a plus', (text) => {
		expect(readWrittenPhone(text)).toEqual(PLUS);
	});

	it.each([
		'89161234567',
		'8 (916) 123-45-67',
		'(8 916) 123-45-67',
		'(8 916 123-45-67)',
		'[8 916 123-45-67]',
		'8.916.123.45.67.',
		'8916/1234567',
		'- 8 916 123-45-67',
		'(-8) 916 1234567',
		'89161234567.0',
	])('reads %j as digits', (text) => {
		expect(readWrittenPhone(text)).toEqual(LOCAL);
	});

	it.each(['0079161234567', '00 7 916 123-45-67', '8~10 7 916 123 45 67', '8 ~ 10 79161234567', '8～10～79161234567'])(
		'reads %j as digits behind the prefix of a call abroad',
		(text) => {
			expect(readWrittenPhone(text)).toEqual({ ...PLUS, form: 'abroad' });
		},
	);

	it.each([
		['no digits', ''],
		['no digits', ' '],
		['no digits', '+'],
		['words', 'phone'],
		['words behind it', '+79161234567abc'],
		['words behind it', '+7 916 123-45-67 доб. 5'],
		['words in front without a colon', 'tel +79161234567'],
		['words in front', 'home: +79161234567'],
		['an extension', '+7 916 123-45-67 x5'],
		['an extension', '+79161234567#5'],
		['a plus in the middle', '+7 916 123-45-67 +7 916 123-45-68'],
		['two numbers', '+79161234567 / +79161234568'],
		['two numbers', '8 916 123-45-67 и 8 916 123-45-68'],
		['two numbers', '8 916 123-45-67/8 916 123-45-68'],
		['two numbers', '258963/258964'],
		['an end of another number', '8 916 123-45-67/68'],
		['an end of another number', '8 916/12345'],
		['nothing behind a slash', '8 916 1234567/'],
		['nothing before a slash', '/8916/1234567'],
		['something in brackets behind it', '8916123456 (7)'],
		['something in brackets behind it', '8916123456 [7]'],
		['something in brackets behind it', '8916123456(7)'],
		['something in brackets behind it', '8916123456 () '],
		['something in brackets behind it', '8916123456 (78)'],
		['a number below zero', '-79161234567'],
		['a number below zero', '−79161234567'],
		['a fraction', '9655123456.5'],
		['a fraction', '9655123.45'],
		['a fraction', '9655123456.10'],
		['a fraction', '9655123456.05'],
		['a fraction', '+79161234567,25'],
		['a scientific notation', '7.9E+10'],
		['a scientific notation', '7,9161234567e10'],
		['a letter among digits', '7916I234567'],
		['an address of the internet', '95.165.123.45'],
		['an address of the internet', '192.168.0.255'],
		['an address of the internet', '９５．１６５．１２３．４５'],
		['an address of the internet', "' 95.165.123.45 '"],
		['an address of the internet', 'tel: 95.165.123.45'],
		['two numbers', '8 916 123-45-67／68'],
		['something in brackets behind it', '8916123456（7）'],
		['a date', '2026-12-01'],
		['a date', '1999.12.1'],
		['a date', '2026/12/01'],
		['a date and an hour', '2026-12-01 10'],
		['a date', '01.12.2026'],
		['a date', '1-12-1999'],
		['a moment', '2026-12-01T10:30:00Z'],
		['more than a number has room for', `+7916123${' '.repeat(100)}4567`],
	])('finds %s: %j', (_, text) => {
		expect(readWrittenPhone(text)).toBeNull();
	});

	it.each([
		['8.916.123.45.00', '89161234500'],
		['201555.0123', '2015550123'],
		['8916 123.4567', '89161234567'],
		['8 916 1234567.8', '891612345678'],
		['8916.123.00', '891612300'],
		['044.258.96.32', '0442589632'],
		['044.238.96.32', '0442389632'],
		['44.238.96.256', '4423896256'],
		['1.2.3.4.5', '12345'],
		['2026-12.01', '20261201'],
		['2126-12-01', '21261201'],
		['2026-12-011', '202612011'],
		['01-12-2126', '01122126'],
		['01.12.20267', '011220267'],
		['0664/1234567', '06641234567'],
		['12345/123456', '12345123456'],
	])('does not take the digits of %s for anything else', (text, digits) => {
		expect(readWrittenPhone(text)).toEqual({ form: 'digits', digits });
	});

	it('reads Austrian slashes', () => {
		expect(readWrittenPhone('0043/664/1234567')).toEqual({ form: 'abroad', digits: '436641234567' });
	});

	it('reads a text of up to 100 characters', () => {
		expect(readWrittenPhone(`${' '.repeat(88)}+79161234567`)).toEqual(PLUS);
		expect(readWrittenPhone(`${' '.repeat(89)}+79161234567`)).toBeNull();
	});
});
