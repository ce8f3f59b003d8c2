import { isOfGateway } from '../../nodes/CascadeMessaging/transport/testWords';

it.each([
	'send',
	'deliver',
	'not_deliver',
	'Сообщение с таким ID не принималось',
	'сообщения с таким id нет',
	'Сообщений с таким ID нет',
	'Не принималось',
	'Попытка отправки более одного одинакового запроса в течение минуты',
])('of a gateway that took the login, also with wide blanks: %s', (words) => {
	expect(isOfGateway(words)).toBe(true);
	expect(isOfGateway(words.replaceAll(' ', '   '))).toBe(true);
});

it.each(['Welcome', 'Неправильный логин или пароль', '', `${'x'.repeat(1000)} не принималось`])(
	'not of a gateway that took the login: %s',
	(words) => {
		expect(isOfGateway(words)).toBe(false);
	},
);
