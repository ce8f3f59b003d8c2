import { meansRepeat } from '../../nodes/CascadeMessaging/protocol/repeats';

it.each([
	'Сообщение с таким client_id_message уже отправлялось',
	'Раннее с этого аккаунта уже было отправлено сообщение с таким номером',
	'Повторная отправка не производится',
	'Дубль',
	'Message already sent',
	'Duplicate client_id_message',
	'client id was already used',
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
	'',
])('%s: is a refusal', (reason) => {
	expect(meansRepeat(reason)).toBe(false);
});
