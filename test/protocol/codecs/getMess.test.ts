import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import { sms } from '../support/check';
import { protocolErrorOf } from '../support/protocolError';

const { get } = PROTOCOLS;
const PHONES = ['79001234567', '79001234568'];
const HTML = '<br />\n<b>Warning</b>:  Undefined index: 1179038999 in <b>/www/1179038998/send.php</b> on line <b>42</b><br />\n';
const PLAIN = '\nNotice: x\ny in /www/1179038998/a.php on line 1179038997\n';
const FATAL =
	'\nPHP Fatal error:  Uncaught Error: x in /www/1179038998.php:3\nStack trace:\n#0 {main}\n  thrown in /www/1179038998.php on line 3\n';

/** What becomes of the phones: an ID, the reason for refusal, or `?` with the ID that is known; the IDs of nobody behind. */
const fatesIn = (text: string, count: number, isDoubtful = false): string[] => {
	const phones = PHONES.slice(0, count);
	const answer = get.decodeSend(text, { phones, isDoubtful });
	const { results, strays } = matchAnswers([{ content: sms('Hi'), recipients: phones.map((phone) => ({ phone })) }], answer);
	const fates = results.map((one) => {
		if (one.outcome === 'accepted') return one.answer.messageId;
		return one.outcome === 'refused' ? one.reason : `?${one.answer?.messageId ?? ''}`;
	});
	return [...fates, ...strays.map((one) => `stray ${one.messageId ?? ''}`)];
};

describe('one ID with something around it', () => {
	it.each([
		`1179038981${HTML}`,
		`${HTML}1179038981`,
		`${PLAIN}${HTML}1179038981${HTML}${PLAIN}`,
		`1179038981${FATAL}`,
		'1179038981<br />',
		'"1179038981"',
		"'1179038981'",
		'«1179038981»',
		'1179038981<!-- 0.02s, 1179038999 -->',
		'<!-- a -->1179038981<!-- without end 5',
		'<pre>1179038981</pre>',
		'<html><body>1179038981</body></html>',
		'1179038981<!DOCTYPE html><html><body>5 1179038999</body></html>',
		'["1179038981"]',
		'\uFEFF 1179038981\r\n',
		'1179038981.',
		'1179038981;',
		'1179038981,',
		'id: 1179038981',
		'ID=1179038981',
		'id_message: "1179038981"',
		'OK: 1179038981',
		'ok 1179038981',
		'79001234567=1179038981',
		'+79001234567: 1179038981',
		'1179038981:79001234567',
		'1179038981&nbsp;',
	])('%j is accepted', (text) => {
		expect(fatesIn(text, 1)).toEqual(['1179038981']);
	});

	it.each(['Сообщение 1179038981 принято', 'Принято, № 1179038981', '1179038981 (1 часть)', '1179038981 send', '1179038981\nWarning: x'])(
		'%j is unknown, with the ID',
		(text) => {
			expect(fatesIn(text, 1)).toEqual(['?1179038981']);
		},
	);
});

describe('two IDs with something between them', () => {
	it.each([
		'1179038981\n1179038982',
		'1179038981\r\n1179038982\r\n',
		'1179038981;1179038982',
		'1179038981 1179038982',
		'1179038981|1179038982',
		'1179038981<br>1179038982<br/>',
		'1179038981,\n1179038982',
		'["1179038981","1179038982"]',
		"'1179038981', '1179038982'",
		'79001234568=1179038982;79001234567=1179038981',
		`1179038981${HTML}1179038982`,
	])('%j are accepted', (text) => {
		expect(fatesIn(text, 2)).toEqual(['1179038981', '1179038982']);
	});

	it.each([
		['1179038981,0', ['1179038981', '0']],
		['0,1179038982', ['0', '1179038982']],
		['0\n1179038982', ['0', '1179038982']],
		['79001234567:0;79001234568:1179038982', ['0', '1179038982']],
		['1179038981;error: Нет, нельзя', ['1179038981', 'Нет, нельзя']],
		['1179038981\nerror: Нет, 50', ['1179038981', 'Нет, 50']],
		['Приняты 1179038981 и 1179038982', ['?', '?', 'stray 1179038981', 'stray 1179038982']],
		['1179038981,1179038982,1179038983', ['?', '?', 'stray 1179038981', 'stray 1179038982', 'stray 1179038983']],
	])('%j says %j', (text, fates) => {
		expect(fatesIn(text, 2)).toEqual(fates);
	});
});

it.each([
	'Отправитель не должен превышать 15 символов для цифровых номеров и 11 символов для буквенно-числовых',
	'error: Недостаточно средств: 12,50',
	'error: Недостаточно средств: 12345678,50',
	'Недостаточно средств: 12345678.50',
	'Номер 79001234567 в стоп-листе',
	'Номер +79001234567 в стоп-листе',
	'Номер 89001234567 в стоп-листе',
	'На этот номер уже отправлено, подождите 60 секунд',
	'Отказ 26.11.2026 10:30:00',
	'Нет доступа с 192.168.100.100',
	'error: Договор 1179038981 закрыт',
])('%j is a refusal', (text) => {
	expect(fatesIn(text, 1)).toEqual([text.replace('error: ', '')]);
});

it('a phone that is echoed is no ID', () => {
	expect(protocolErrorOf(() => fatesIn('79001234567', 1))?.code).toBe('unexpectedShape');
	expect(fatesIn('error: 79001234567', 1)).toEqual(['79001234567']);
});

describe('behind an HTTP status that says otherwise', () => {
	it.each([
		['1179038981', ['1179038981']],
		['error: Нет', ['Нет']],
	])('%j counts', (text, fates) => {
		expect(fatesIn(text, 1, true)).toEqual(fates);
	});

	it.each(['404', 'Not found', 'Request 1179038981 failed', '0', 'deliver', '<html>502</html>', ''])('%j does not', (text) => {
		expect(protocolErrorOf(() => fatesIn(text, 1, true))).toBeDefined();
	});

	it('a state does, and a refusal, and no other words', () => {
		expect(get.decodeStates('deliver', ['1'], { isDoubtful: true })).toMatchObject({ states: [{ state: 'deliver' }] });
		expect(get.decodeStates('error: Нет', ['1'], { isDoubtful: true })).toEqual({ refused: 'Нет' });
		expect(protocolErrorOf(() => get.decodeStates('Not found', ['1'], { isDoubtful: true }))?.code).toBe('unexpectedShape');
	});
});

describe('a state with something around it', () => {
	it.each([
		`deliver${HTML}`,
		`${PLAIN}deliver`,
		'"deliver"',
		'deliver<!-- 0.1 -->',
		'state: deliver',
		'status="deliver"',
		'<pre>deliver</pre>',
		'deliver.',
		'deliver<br />',
		`deliver${FATAL}`,
	])('%j', (text) => {
		expect(get.decodeStates(text, ['501'])).toEqual({ states: [{ messageId: '501', state: 'deliver', changedAt: null, channels: {} }] });
	});

	it.each(['Сообщение с таким ID не принималось', 'state: 5', '"deliver" or not'])('%j are words of the gateway', (text) => {
		expect(get.decodeStates(text, ['501'])).toMatchObject({ states: [{ state: text }] });
	});
});
