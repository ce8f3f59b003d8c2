import fc from 'fast-check';

import type { Reason } from '../../nodes/CascadeMessaging/protocol/reasons';
import { adviceOn, meaningOf, reasonOf } from '../../nodes/CascadeMessaging/protocol/reasons';

/** The texts of docs/protocol.md sections 6a and 8, with what public clients and manuals of the platform know of them. */
const KNOWN: readonly [text: string, reason: Reason][] = [
	['Неправильный логин или пароль', 'access'],
	['Неверный логин или пароль', 'access'],
	['Неверный токен', 'access'],
	['Неправильный токен', 'access'],
	['Error_Invalid_Login', 'access'],
	['Неправильный формат JSON документа', 'format'],
	['Неправильный формат XML документа', 'format'],
	['Некорректный JSON-документ', 'format'],
	['Некорректный XML-документ', 'format'],
	['POST данные отсутствуют', 'format'],
	['Error_Invalid_POST_Data', 'format'],
	['Error_Invalid_XML', 'format'],
	['Ваш аккаунт заблокирован', 'accountBlocked'],
	['Аккаунт заблокирован.', 'accountBlocked'],
	['Error_SMS_User_Disabled', 'accountBlocked'],
	['Номер телефона присутствует в стоп-листе.', 'stopList'],
	['Номер присутствует в стоп-листе', 'stopList'],
	['Номер телефона находится в стоп-листе', 'stopList'],
	['Номер находится в стоп-листе', 'stopList'],
	['Номер телефона в стоп-листе', 'stopList'],
	['Номер в стоп-листе', 'stopList'],
	['Данное направление закрыто для вас.', 'destinationClosed'],
	['Данное направление закрыто', 'destinationClosed'],
	['Error_Destination_Address_Blocked', 'destinationClosed'],
	['Error_User_Destination_Blocked', 'destinationClosed'],
	['Закончились SMS.', 'noCredit'],
	['Закончились СМС', 'noCredit'],
	['Закончились средства', 'noCredit'],
	['У нас закончились SMS. Для разрешения проблемы свяжитесь с менеджером.', 'noCredit'],
	['У нас закончились СМС', 'noCredit'],
	['Недостаточно средств', 'noCredit'],
	['Error_Not_Enough_Credits', 'noCredit'],
	['Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет по данному направлению', 'queuedUntilTopUp'],
	['Текст SMS отклонен модератором.', 'textRejected'],
	['Текст сообщения отклонён модератором', 'textRejected'],
	['Текст отклонен', 'textRejected'],
	['Error_SMS_Declined', 'textRejected'],
	['Нет отправителя.', 'senderUnknown'],
	['Такого отправителя Нет.', 'senderUnknown'],
	['Error_No_Source_Address', 'senderUnknown'],
	['Error_Invalid_Source_Address', 'senderUnknown'],
	['Отправитель не прошёл модерацию', 'senderNotApproved'],
	['Error_Source_Address_Declined', 'senderNotApproved'],
	['Отправитель не должен превышать 15 символов для цифровых номеров и 11 символов для буквенно-числовых.', 'senderTooLong'],
	['Базы с таким номером не существует', 'contactListUnknown'],
	['Номер телефона должен быть меньше 15 символов.', 'phone'],
	['Укажите номер телефона.', 'phone'],
	['Неверный номер телефона', 'phone'],
	['Неправильный номер телефона', 'phone'],
	['Некорректный номер телефона', 'phone'],
	['Error_No_Destination_Address', 'phone'],
	['Нет текста сообщения.', 'content'],
	['Нет ссылки.', 'content'],
	['Error_No_Text', 'content'],
	['Error_No_URL', 'content'],
	['Данное сообщение уже было отправлено', 'repeat'],
];

describe('a reason is known', () => {
	it.each(KNOWN)('%s: %s', (text, reason) => {
		expect(reasonOf(text)).toBe(reason);
	});

	it.each([
		'  НОМЕР ТЕЛЕФОНА ПРИСУТСТВУЕТ В СТОП-ЛИСТЕ',
		'номер телефона присутствует в стоп-листе',
		'Номер\u00a0телефона\tприсутствует\nв стоп\u2011листе!',
		'Номер телефона присутствует в стоп\u2013листе…',
		'Номер телефона присутствует в стоп\u2212листе',
		'\ufeffНомер теле\u00adфона присутствует в стоп-листе',
		'"Номер телефона присутствует в стоп-листе"',
		'Ошибка: Номер телефона присутствует в стоп-листе',
		'error: Номер телефона присутствует в стоп-листе.',
		'Номер телефона присутствует в стоп-листе (79000000001)',
	])('however it is written: %j', (text) => {
		expect(reasonOf(text)).toBe('stopList');
	});

	it('with й and ё that are written as two characters', () => {
		expect(reasonOf('Данное направление закрыто для вас. Неверный'.normalize('NFD'))).toBe('destinationClosed');
		expect(reasonOf('Отправитель не прошёл модерацию'.normalize('NFD'))).toBe('senderNotApproved');
	});

	it.each([
		'',
		'.',
		'Направление не обслуживается',
		'Сообщение принято. Номер телефона присутствует в стоп-листе',
		'Номер телефона присутствует в стоп-листах',
		'Базы с таким номером',
		'Базы с таким названием не существует',
		'Нет отправителям',
		'Нет',
		'Закончились попытки',
		'Текст',
		'Текст слишком длинный',
		'Текст клиента пока отклонен',
		'Ошибка',
		'Ошибка ошибка Нет отправителя',
		'Flood SMS',
		'error: Попытка отправки более одного одинакового запроса в течение минуты',
		'constructor',
		'__proto__',
	])('but not from %j', (text) => {
		expect(reasonOf(text)).toBeUndefined();
	});

	it('from the first 1,000 characters', () => {
		expect(reasonOf(`${' '.repeat(985)}Нет отправителя`)).toBe('senderUnknown');
		expect(reasonOf(`${' '.repeat(986)}Нет отправителя`)).toBeUndefined();
	});

	it('whatever stands behind it, and in whatever case', () => {
		const others = KNOWN.filter(([, reason]) => reason !== 'repeat' && reason !== 'noCredit');
		fc.assert(
			fc.property(fc.constantFrom(...others), fc.string({ unit: 'binary' }), fc.boolean(), ([text, reason], rest, isLoud) => {
				expect(reasonOf(`${isLoud ? text.toUpperCase() : text}. ${rest}`)).toBe(reason);
			}),
		);
	});

	it('or not, from any text at all', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(meaningOf(reasonOf(text))).toBe('refused');
			}),
		);
	});
});

describe('a message waits for money when the gateway promises that it will go out', () => {
	it.each([
		'Недостаточно средств для отправки Viber. Сообщение будет отправлено, как только вы пополните счёт',
		'недостаточно средств для отправки sms. sms будет отправлена как только вы пополните счет по данному направлению.',
		'Недостаточно средств. Сообщения будут автоматически отправлены после пополнения',
		'Недостаточно средств. Сообщение будет доставлено позже',
		'Недостаточно средств, сообщение отправится после пополнения счета',
		'Недостаточно средств. SMS уйдет позже',
		'Закончились SMS. Сообщение будет отправлено позже',
		'У нас закончились SMS. Сообщение будет отправлено позже',
		'Недостаточно средств. SMS поставлена в очередь',
		'Недостаточно средств. Сообщение ожидает пополнения счета',
		'У вас недостаточно средств. SMS будет отправлена после пополнения',
		'Недостаточно средств. Без денег SMS не будет отправлена. После пополнения SMS будет отправлена',
		'Insufficient funds. The message will be sent after payment',
		'Not enough credits: it will then be delivered',
	])('%s', (text) => {
		expect(reasonOf(text)).toBe('queuedUntilTopUp');
		expect(meaningOf(reasonOf(text))).toBe('queued');
	});

	it.each([
		'Недостаточно средств для отправки SMS',
		'Недостаточно средств. SMS не будет отправлена',
		'Недостаточно средств. SMS будет не отправлена',
		'Недостаточно средств. Пополните счет и повторите отправку',
		'Недостаточно средств. Счет будет закрыт, а все ваши сообщения отправлены в архив',
		'Недостаточно средств. SMS не отправится',
		'Недостаточно средств. Сообщение не поставлено в очередь',
		'Недостаточно средств. Обратитесь в отдел будет',
	])('but not when it does not: %s', (text) => {
		expect(reasonOf(text)).toBe('noCredit');
	});

	it.each(['Сообщение будет отправлено', 'SMS will be sent tomorrow', 'SMS поставлена в очередь'])(
		'nor when it is not about money: %s',
		(text) => {
			expect(reasonOf(text)).toBeUndefined();
		},
	);
});

describe('a repeat', () => {
	it.each([
		'Данное сообщение уже было отправлено.',
		'ДАННОЕ СООБЩЕНИЕ УЖЕ БЫЛО ОТПРАВЛЕНО ранее',
		'Сообщение с таким client_id_message уже отправлялось',
		'Сообщение с таким client_id_message уже было отправлено, повторная отправка не производится',
		'client_id_message 42 уже использован',
		'client_id_message 42 уже существует в системе',
		'Уже было отправлено сообщение с client_id_message 42',
		'client_id_message ранее был использован',
		'client_id_message has already been used',
		'A message with this client_id_message was already sent',
		'client_id_message already exists',
	])('is named as such: %s', (text) => {
		expect(reasonOf(text)).toBe('repeat');
		expect(meaningOf('repeat')).toBe('repeat');
	});

	/** With any of them taken for a repeat, "accepted" would be told of a message that nobody gets. */
	it.each([
		'Превышен лимит отправки повторных сообщений на этот номер',
		'На этот номер уже отправлено сообщение, подождите 60 секунд',
		'Данное сообщение уже было отправлено на этот номер',
		'Данное сообщение уже было отправлено, подождите 60 секунд',
		'Данное сообщение уже было отправлено. Повторите через 5 минут',
		'Данное сообщение уже было отправлено данному абоненту',
		'Duplicated message',
		'Duplicate client_id_message',
		'Дублирование client_id_message: номер уже использован дважды',
		'Дубль',
		'Повторная отправка не производится',
		'Повторный запрос',
		'Ранее был отправлен',
		'Уже отправлялось',
		'Раннее с этого аккаунта уже было отправлено сообщение с таким номером',
		'client_id_message должен быть числом не длиннее 15 цифр',
		'client_id_message уже должен быть использован',
		'client_id_message уже не поддерживается',
		'client_id_message уже не используется',
		'client_id_message не уже использован',
		'client_id_message существует',
		'client_id_message уже',
		'уже использован client id',
		'Неверный client_id_message: уже был занят формат',
		'client_id_message уже отправлялось за последние сутки',
		'client_id_message уже отправлялось чаще, чем можно',
		'client_id_message уже отправлялось в течение дня',
		'client_id_message уже отправлялось с одинаковым содержимым',
		'client_id_message уже есть в запросе',
		'client_id_message already used, retry later',
		'client_id_message already used too often, wait a minute',
		'Message already sent',
		'Flood SMS',
	])('is not guessed at: %s', (text) => {
		expect(reasonOf(text)).not.toBe('repeat');
	});
});

describe('a reason', () => {
	const reasons = [...new Set(KNOWN.map(([, reason]) => reason))];

	it.each(reasons)('%s comes with advice: whole sentences that say what to do', (reason) => {
		expect(adviceOn(reason)).toMatch(/^[A-Z][^\n]{15,160}\.$/);
		expect(adviceOn(reason)).not.toMatch(/\.\.|error|problem|failure|mistake/i);
	});

	it('tells of a refusal, but for the two that do not', () => {
		expect(reasons.filter((reason) => meaningOf(reason) !== 'refused').sort()).toEqual(['queuedUntilTopUp', 'repeat']);
		expect(meaningOf(undefined)).toBe('refused');
	});

	it('says what docs/protocol.md asks the user to know', () => {
		expect(adviceOn('stopList')).toBe("The recipient is on the operator's stop list; do not write to them again until they are taken off.");
		expect(adviceOn('noCredit')).toBe('Top up the account, then send again.');
		expect(adviceOn('queuedUntilTopUp')).toBe(
			'It goes out by itself once the account is topped up. Do not send it again: that would send it, and charge for it, twice.',
		);
	});
});
