import { meansRepeat } from '../../nodes/CascadeMessaging/protocol/repeats';

it.each([
	'Сообщение с таким client_id_message уже отправлялось',
	'Раннее с этого аккаунта уже было отправлено сообщение с таким номером',
	'client_id_message 42 существует',
	'Сообщение было принято: client_id_message\n42 использован',
	'Уже отправлялось',
	'Ранее был  отправлен',
	'Сообщение ранее\r\nпринято',
	'Повторная отправка не производится',
	'Повторный  запрос',
	'Дубль',
	'Message already sent',
	'Duplicate client_id_message',
	'client id was already used',
	'Message has already  been  processed',
])('%s: was sent before', (reason) => {
	expect(meansRepeat(reason)).toBe(true);
});

it.each([
	'Номер в стоп-листе',
	'Номер уже в стоп-листе',
	'Недостаточно средств',
	'Некорректный client_id_message',
	'Invalid phone',
	'Already blocked',
	'Уже был заблокирован',
	'Повторно звоните в поддержку',
	'',
])('%s: is a refusal', (reason) => {
	expect(meansRepeat(reason)).toBe(false);
});

it('reads the first 1,000 characters of the words', () => {
	const words = 'Already sent';
	expect(meansRepeat(words.padStart(1000, '.'))).toBe(true);
	expect(meansRepeat(words.padStart(1001, '.'))).toBe(false);
});
