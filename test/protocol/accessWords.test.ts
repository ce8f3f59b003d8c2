import { isAboutAccess } from '../../nodes/CascadeMessaging/protocol/accessWords';

it.each([
	'Неправильный логин или пароль',
	'Неверный логин или пароль',
	'неверный токен',
	'Ошибочный пароль',
	'Неверное имя пользователя',
	'Логин не найден',
	'Пароль неверен',
	'Токен не подходит',
	'Wrong login or password',
	'invalid credentials',
	'Incorrect password',
	'Password is wrong',
	'token expired',
	'Доступ запрещен',
	'Доступ закрыт',
	'Ошибка авторизации',
	'Access denied',
	'access is denied',
	'Unauthorized',
	'Not authorised',
	'Authentication failed',
	'Неправильный — токен',
	'Error: INVALID «Login»',
	'Login: wrong',
	'Доступы закрыты',
	'Password   is   wrong',
	'Access   is   denied',
])('about the login, also with wide blanks: %s', (words) => {
	expect(isAboutAccess(words)).toBe(true);
	expect(isAboutAccess(words.replace(/(?<! ) (?! )/, '   '))).toBe(true);
});

it.each([
	'Сервис временно недоступен',
	'Ваш аккаунт заблокирован',
	'Сообщение с таким ID не принималось',
	'deliver',
	'',
	'Access    denied',
	`${'x'.repeat(1000)} Access denied`,
])('not about the login: %s', (words) => {
	expect(isAboutAccess(words)).toBe(false);
});
