import type { AcceptedAnswer, RecipientAnswer, RefusedAnswer, SendAnswer } from '../../nodes/CascadeMessaging/protocol';
import { matchLists, meansNoLists } from '../../nodes/CascadeMessaging/protocol';

const accepted = (messageId: string, contactList?: string): AcceptedAnswer => ({
	...{ accepted: true, messageId, phone: `7900${messageId}`, parts: 1, channelIds: {}, raw: {} },
	...(contactList !== undefined && { contactList }),
});
const refused = (phone: string, contactList?: string): RefusedAnswer => ({
	...{ accepted: false, reason: 'Нет', phone, raw: {} },
	...(contactList !== undefined && { contactList }),
});
const answer = (messages: (string | RecipientAnswer[])[], isOrdered?: false): SendAnswer => ({
	messages: messages.map((one) => (typeof one === 'string' ? { refused: one } : { recipients: one })),
	...(isOrdered !== undefined && { isOrdered }),
});

it('each list has the answer in its place', () => {
	const [one, two, three] = [accepted('1'), refused('7902', '4'), accepted('3')];
	expect(matchLists(['4', '5', '6'], answer([[one, two], 'Базы с таким номером не существует', [three]]))).toEqual({
		results: [{ accepted: [one], declined: [two] }, { refused: 'Базы с таким номером не существует' }, { accepted: [three], declined: [] }],
		strays: [],
	});
});

it('a list nobody is on is sent to all the same', () => {
	expect(matchLists(['4'], answer([[]]))).toEqual({ results: [{ accepted: [], declined: [] }], strays: [] });
});

it('a request that is refused as a whole is so for each list', () => {
	expect(matchLists(['4', '5'], { refused: 'Нет' })).toEqual({ results: [{ refused: 'Нет' }, { refused: 'Нет' }], strays: [] });
});

it('where the answer has another number of messages, or is broken, only a list that is named counts, and no ID is lost', () => {
	const [one, two, three] = [accepted('1'), refused('7902', '5'), accepted('3', '5')];
	const told = { results: [undefined, { accepted: [three], declined: [two] }], strays: [one] };
	expect(matchLists(['4', '5'], answer([[one, two, three]]))).toEqual(told);
	expect(matchLists(['4', '5'], answer([[one], [two, three]], false))).toEqual(told);
});

it('one list alone has all of the answer, whatever is named', () => {
	const [one, two] = [accepted('1'), accepted('2', '9')];
	expect(matchLists(['4'], answer([[one], [two]]))).toEqual({ results: [{ accepted: [one, two], declined: [] }], strays: [] });
	expect(matchLists(['4'], answer([]))).toEqual({ results: [undefined], strays: [] });
});

it.each([
	'Работа с базами контактов не подключена',
	'Неизвестное поле base',
	'Unknown field: base',
	'Contact lists are not enabled',
	'Не указаны получатели',
	'Укажите номер телефона',
	'No recipients',
	'phones: required',
])('%j means that there are no contact lists', (words) => {
	expect(meansNoLists(words)).toBe(true);
});

it.each([
	'Базы с таким номером не существует',
	'Неверный логин или пароль',
	'Недостаточно средств',
	'Текст отклонен',
	'Отправитель не прошел модерацию',
	'',
])('%j does not', (words) => {
	expect(meansNoLists(words)).toBe(false);
});
