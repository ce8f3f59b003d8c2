import { meansQueued, meansRepeat } from '../../nodes/CascadeMessaging/protocol/sayings';
import { wordsIn } from '../../nodes/CascadeMessaging/protocol/words';

describe('the gateway promises to send later', () => {
	it.each([
		'Недостаточно средств. Сообщения отправятся после пополнения счета',
		'Недостаточно средств. SMS уйдут после оплаты',
		'Закончились SMS. Сообщение ждет пополнения',
		'Закончились SMS. Сообщение ожидает своей очереди',
		'Закончились SMS. Сообщение поставлено в очередь',
		'Закончились SMS. SMS помещена в очередь',
		'Закончились SMS. Сообщение помещено в очередь',
		'Пополните счет: SMS поставлена в очередь',
	])('%s', (text) => {
		expect(meansQueued(wordsIn(text))).toBe(true);
	});

	it.each([
		'Закончились SMS. Сообщение ждет решения',
		'Закончились SMS. Сообщение не помещено в очередь',
		'Закончились SMS. Сообщения не отправятся',
		'Сообщение ожидает своей очереди',
	])('or does not: %s', (text) => {
		expect(meansQueued(wordsIn(text))).toBe(false);
	});
});

describe('a client number was used before', () => {
	it.each([
		'уже принято',
		'уже принимался',
		'уже обработан',
		'уже занят',
		'уже есть',
		'already accepted',
		'was already processed',
		'already in use',
		'ранее был использован',
	])('client_id_message 42 %s', (words) => {
		expect(meansRepeat(wordsIn(`client_id_message 42 ${words}`))).toBe(true);
	});

	/** With any of them taken for a repeat, "accepted" would be told of a message that nobody gets. */
	it.each([
		'client_id_message 42 уже проверен',
		'client_id_message already set',
		'client_id_message already used for another phone',
		'client_id_message already used with another text',
		'client_id_message already used twice',
		'client_id_message must be a number that is not already used',
		'client_id_message already used in an invalid format',
		'client_id_message 42 уже отправлено на 79000000001',
	])('or it is not sure: %s', (text) => {
		expect(meansRepeat(wordsIn(text))).toBe(false);
	});
});
