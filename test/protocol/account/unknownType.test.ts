import { meansUnknownType } from '../../../nodes/CascadeMessaging/protocol/account/unknownType';

describe('words mean that a gateway does not know the question', () => {
	it.each([
		...['Неизвестный тип запроса', 'Неверный тип запроса.', 'Ошибка: неправильный тип запроса', 'Недопустимый тип', 'Некорректный type'],
		...['Тип запроса не поддерживается', 'Тип запроса не найден', 'Такой тип запроса не существует', 'Нет такого типа запроса'],
		...['Тип запроса не определён', 'Не указан тип запроса', 'Тип запроса указан неверно', 'Такого метода нет: метод не найден'],
		...['Неизвестная команда', 'Неподдерживаемая операция', 'Функция недоступна', 'Функция пока не реализована', 'Неизвестное действие'],
		...['Unknown type', 'unknown request type', 'Invalid type', 'Type is invalid', 'Unsupported type of request', 'Wrong "type"'],
		...['Request type not supported', 'No such method', 'Method not found', 'The method does not exist', "Type doesn't seem to exist"],
		...['Method not implemented', 'Unrecognized command', 'Undefined function', 'Unknown action', 'Not a valid type', 'Missing type'],
	])('%s', (words) => {
		expect(meansUnknownType(words, 'balance')).toBe(true);
	});

	it.each([
		['list_bases', 'Unknown type: list_bases'],
		['list_phones', 'Тип запроса "list_phones" не поддерживается'],
		['phones', 'Unknown type phones'],
	])('also where they repeat it: %s', (type, words) => {
		expect(meansUnknownType(words, type)).toBe(true);
	});
});

describe('words mean something else', () => {
	it.each([
		['who asks', 'Неправильный логин или пароль'],
		['who asks', 'Неизвестный тип токена'],
		['who asks', 'Неизвестный тип авторизации'],
		['who asks', 'Неверный тип учётной записи'],
		['who asks', 'Тип запроса недоступен для вашего аккаунта'],
		['who asks', 'Метод не доступен: нет прав'],
		['who asks', 'Unknown user type'],
		['who asks', 'Invalid authorization type'],
		['who asks', 'Wrong key type'],
		['who asks', 'Unsupported grant type for this client'],
		['who asks', 'Method not allowed for this account'],
		['what was asked with', 'Неверный тип номера телефона'],
		['what was asked with', 'Недопустимый тип данных'],
		['what was asked with', 'Unsupported content type'],
		['what was asked with', 'Invalid message type'],
		['what was asked with', 'Type of the document is unknown'],
		['a list', 'Базы с таким номером не существует'],
		['no kind of question', 'Неизвестная ошибка'],
		['no kind of question', 'Invalid request'],
		['no kind of question', 'Не найдено'],
		['nothing unknown', 'Тип запроса: balance'],
		['nothing unknown', 'Такой тип запроса есть'],
		['a denial of something else', 'Тип верный, но не сегодня, а завтра он поддерживается'],
		['nothing', ''],
	])('of %s: %s', (_, words) => {
		expect(meansUnknownType(words, 'balance')).toBe(false);
	});

	it('beyond the first 1,000 characters', () => {
		expect(meansUnknownType(`${'x '.repeat(500)}Unknown type`, 'balance')).toBe(false);
	});
});
