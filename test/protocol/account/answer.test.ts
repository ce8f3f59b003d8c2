import { notOffered } from '../../../nodes/CascadeMessaging/protocol/account/answer';
import { readTo } from './support/reading';

const BALANCE = '{"money":{"currency":"RUR","value":"356.1"}}';
const READ = { amount: 356.1, currency: '<RUR>', prices: [] };

describe('an answer is read', () => {
	it.each([
		['with a byte-order mark and blanks around it', `\uFEFF \n${BALANCE}\n `],
		['behind a warning of PHP', `<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>1</b><br />\n${BALANCE}`],
		['with something behind it', `${BALANCE}<!-- 0.01 s -->`],
		['with something before it', `callback(${BALANCE});`],
		['as a list of one', `[${BALANCE}]`],
		['with surplus commas', '{"money":{"currency":"RUR","value":"356.1",},}'],
		['with single quotes', `{'money':{'currency':'RUR','value':356.1}}`],
		['with line breaks in its texts', BALANCE.replace('RUR', 'RUR\n')],
		['with an error that says nothing', '{"error":"0","money":{"currency":"RUR","value":"356.1"}}'],
	])('%s', (_, text) => {
		expect(readTo('balance', text, {})).toEqual(READ);
	});
});

describe('a refusal is told in the gateway’s words', () => {
	it.each([
		['Неправильный логин или пароль', 'access'],
		['Неправильный формат JSON документа', 'format'],
		['POST данные отсутствуют', 'format'],
		['Ваш аккаунт заблокирован', 'accountBlocked'],
		['Ошибка авторизации', 'access'],
		['Wrong login or password', 'access'],
		['Доступ запрещен: неизвестный метод', 'access'],
		['Базы с таким номером не существует', 'contactListUnknown'],
		['Попробуйте позже', undefined],
	])('%s', (words, reason) => {
		const told = { code: 'refusedByGateway', message: `The gateway refused the question: <${words}>`, ...(reason && { reason }) };
		expect(readTo('balance', { error: words }, {})).toEqual(told);
		expect(readTo('changeStopList', { error: words, phones: [] }, { changes: [] })).toEqual(told);
		expect(readTo('clock', `{'error':'${words}'}`, {})).toEqual(told);
	});

	it('even where the answer to a question stands beside it', () => {
		expect(readTo('stopList', { error: 'No', phones: ['79000000001'] }, {})).toMatchObject({ code: 'refusedByGateway' });
	});

	it('even where an empty list of what was changed does', () => {
		for (const scheduled of [undefined, null, '', []]) {
			expect(readTo('cancelScheduled', { error: 'No', scheduled }, { messageIds: ['1'] })).toMatchObject({ code: 'refusedByGateway' });
		}
	});

	it('but not where it stands beside what was changed', () => {
		const answer = { error: 'Some are gone', scheduled: [{ id_sms: '1', action: 'delete' }] };
		expect(readTo('cancelScheduled', answer, { messageIds: ['1'] })).toMatchObject([{ done: 'removed' }]);
	});

	it.each([
		['as plain text', 'Неправильный логин или пароль', 'Неправильный логин или пароль'],
		['behind a mark', 'error: Invalid login', 'error: Invalid login'],
		['as a text of JSON', '"Неверный токен"', '"Неверный токен"'],
		['as XML', '<response><error>Аккаунт заблокирован</error></response>', '  Аккаунт заблокирован  '],
		['in words nobody listed', 'Access denied', 'Access denied'],
	])('also %s', (_, text, words) => {
		const message = `The gateway refused the question: <${words}>`;
		expect(readTo('balance', text, {})).toMatchObject({ code: 'refusedByGateway', message, reason: expect.any(String) as string });
	});
});

describe('a question is not offered', () => {
	/** A page may stand in front of what was done all the same. */
	it.each([
		['a web page', '<!DOCTYPE html><html><title>Not found</title></html>', 'a web page'],
		['a login page', '<html><h1>Access denied</h1><script>x = {"money":{"value":1}}</script></html>', 'a web page'],
		['a piece of one', '<body>Неправильный логин или пароль</body>', 'XML, or a part of it'],
		['XML', '<?xml version="1.0"?><response/>', 'XML, or a part of it'],
		['a tag that holds JSON', `<div data-state='${BALANCE}'/>`, 'XML, or a part of it'],
		['words', 'Welcome', 'plain text'],
		['a list', '[]', 'a list'],
		['a list of several things', `[${BALANCE},${BALANCE}]`, 'a list'],
		['a number', '42', 'plain text'],
		['null', 'null', 'plain text'],
	])('where the gateway answers with %s', (_, text, looks) => {
		const message = `Your operator does not offer this: the gateway answered with ${looks}.`;
		expect(readTo('balance', text, {})).toEqual({ code: 'notOffered', message, mayBeDone: true });
	});

	it('where the gateway does not know it', () => {
		expect(readTo('balance', { error: 'Неизвестный тип запроса' }, {})).toEqual({
			code: 'notOffered',
			message: 'Your operator does not offer this: the gateway does not know it. It says: <Неизвестный тип запроса>',
		});
		expect(readTo('stopList', { error: ['Unknown type: list_stop', 12] }, {})).toMatchObject({ code: 'notOffered' });
	});

	it('where the gateway answers with nothing, which may be otherwise the next time', () => {
		for (const text of ['', ' \n\uFEFF']) {
			expect(readTo('balance', text, {})).toEqual({
				code: 'notOffered',
				message: 'Your operator does not offer this: the gateway answered with nothing.',
				mayPass: true,
			});
		}
	});

	it('where somebody else says how that showed', () => {
		expect(notOffered('x.')).toEqual({ code: 'notOffered', message: 'Your operator does not offer this: x.' });
	});
});

describe('an answer is not understood', () => {
	it.each(['{"money":{"currency":"RUR","val', '[{"money":', '{"money":{"value":"3" 6}}', '{'])('that is spoilt: %s', (text) => {
		expect(readTo('balance', text, {})).toEqual({
			code: 'notUnderstood',
			message: 'The gateway answered with JSON that cannot be read.',
			mayPass: true,
		});
	});

	it.each(['{}', '[{}]', '{"balance":"356.1"}', '{"__proto__":{"money":"1"}}', '{"error":"","status":"ok"}'])(
		'that lacks it: %s',
		(text) => {
			expect(readTo('balance', text, {})).toMatchObject({ code: 'notUnderstood', mayPass: true });
			expect(readTo('changeContacts', text, { listId: '1', changes: [] })).toMatchObject({ code: 'notUnderstood' });
		},
	);
});
