/** The gateway's own words. The first five are the manual's and the worked examples'. */
export const WORDS = {
	badLogin: 'Неверный логин или пароль',
	stopList: 'Номер в стоп-листе',
	noChannel: 'Не указано ни одного направления',
	unknownId: 'Сообщение с таким ID не принималось',
	repeatedGet: 'Попытка отправки более одного одинакового запроса в течение минуты',
	badToken: 'Неверный токен',
	twoCredentials: 'Укажите либо токен либо логин и пароль',
	usedClientNumber: 'Сообщение с таким client_id_message уже отправлялось',
	badClientNumber: 'client_id_message должен быть числом не длиннее 15 цифр',
	badPhone: 'Неверный номер телефона',
	noRecipients: 'Не указаны получатели',
	noMessages: 'Не указаны сообщения',
	noIds: 'Не указаны ID сообщений',
	noLists: 'Работа с базами контактов не подключена',
	noSuchList: 'Базы с таким номером не существует',
	unknownType: 'Неизвестный тип запроса',
	badPage: 'Поле page должно быть числом от 1',
	longUrl: 'Длина URL превышает 2000 символов',
	wrongMethod: 'Неверный метод запроса',
	wrongContentType: 'Неверный заголовок Content-Type',
	notUtf8: 'Запрос не в кодировке UTF-8',
	badJson: 'Некорректный JSON-документ',
	badXml: 'Некорректный XML-документ',
	xmlLineBreak: 'XML-документ не должен содержать переводов строки',
	badUrl: 'Некорректный URL',
	notServed: 'Направление не обслуживается',
	noMoney: 'Недостаточно средств',
} as const;

/**
 * The gateway says no. Where it is caught decides what is refused: a recipient, a message or the whole
 * request (PROTOCOL sections 2–4). The message is the Russian text the sender sees.
 */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}

/**
 * Throws a refusal; it may stand where a value is expected.
 * @throws {Refusal} always
 */
export function refuse(text: string): never {
	throw new Refusal(text);
}
