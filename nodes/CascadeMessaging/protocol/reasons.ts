import { once } from './once';
import { meansQueued, meansRepeat } from './sayings';
import { beginWith, knownWords, wordsIn } from './words';

/** What a known reason says of the message: it was declined, it goes out later by itself, or it went out before. */
export type Meaning = 'refused' | 'queued' | 'repeat';

interface KnownReason {
	readonly meaning: Meaning;
	/** How the gateway's words begin; `*` is any one word. */
	readonly starts: readonly string[];
	/** Says whether the words mean it, where a beginning is not enough. */
	readonly test?: (words: readonly string[]) => boolean;
	/** What the user can do about it. */
	readonly advice: string;
}

/**
 * The texts of docs/protocol.md sections 6a and 8, and spellings of the same platform that can mean nothing else. The first row that fits
 * counts.
 */
const TABLE = {
	queuedUntilTopUp: {
		meaning: 'queued',
		starts: [],
		test: meansQueued,
		advice: 'It goes out by itself once the account is topped up. Do not send it again: that would send it, and charge for it, twice.',
	},
	repeat: {
		meaning: 'repeat',
		starts: [],
		test: meansRepeat,
		advice: "Nothing was sent now. Look for the earlier message in the operator's cabinet before you send another.",
	},
	access: {
		meaning: 'refused',
		starts: ['Неправильный логин', 'Неверный логин', 'Неверный токен', 'Неправильный токен', 'Invalid login'],
		advice: 'Open the credential, correct login and password or the token, and try again.',
	},
	format: {
		meaning: 'refused',
		starts: [
			...['Неправильный формат JSON', 'Неправильный формат XML', 'Некорректный JSON', 'Некорректный XML'],
			...['POST данные отсутствуют', 'Invalid POST data', 'Invalid XML'],
		],
		advice: 'Choose another protocol in the options, or ask your operator which of them the gateway takes.',
	},
	accountBlocked: {
		meaning: 'refused',
		starts: ['Ваш аккаунт заблокирован', 'Аккаунт заблокирован', 'SMS user disabled'],
		advice: 'Ask your operator why the account is blocked, then send again.',
	},
	stopList: {
		meaning: 'refused',
		starts: [
			...['Номер телефона присутствует в стоп-листе', 'Номер присутствует в стоп-листе'],
			...['Номер телефона в стоп-листе', 'Номер в стоп-листе', 'Номер телефона находится в стоп-листе', 'Номер находится в стоп-листе'],
		],
		advice: "The recipient is on the operator's stop list; do not write to them again until they are taken off.",
	},
	destinationClosed: {
		meaning: 'refused',
		starts: ['Данное направление закрыто', 'Destination address blocked', 'User destination blocked'],
		advice: 'Ask your operator to open this country or network for your account.',
	},
	noCredit: {
		meaning: 'refused',
		starts: [
			...['Закончились SMS', 'Закончились СМС', 'Закончились средства', 'У нас закончились SMS', 'У нас закончились СМС'],
			...['Недостаточно средств', 'Not enough credits'],
		],
		advice: 'Top up the account, then send again.',
	},
	textRejected: {
		meaning: 'refused',
		starts: ['Текст * отклонен', 'Текст отклонен', 'SMS declined'],
		advice: 'Change the text, or ask your operator why the moderator rejected it.',
	},
	senderUnknown: {
		meaning: 'refused',
		starts: ['Нет отправителя', 'Такого отправителя нет', 'No source address', 'Invalid source address'],
		advice: 'Use a sender name that is registered with your operator, in the same spelling.',
	},
	senderNotApproved: {
		meaning: 'refused',
		starts: ['Отправитель не прошел модерацию', 'Source address declined'],
		advice: 'Wait until your operator has approved the sender name, or use another one.',
	},
	senderTooLong: {
		meaning: 'refused',
		starts: ['Отправитель не должен превышать'],
		advice: 'Use a sender name of at most 11 characters, or 15 digits.',
	},
	contactListUnknown: {
		meaning: 'refused',
		starts: ['Базы с таким номером не существует'],
		advice: 'Use a contact list that exists at your operator, by its number there.',
	},
	phone: {
		meaning: 'refused',
		starts: [
			...['Номер телефона должен быть меньше', 'Укажите номер телефона', 'No destination address'],
			...['Неверный номер телефона', 'Неправильный номер телефона', 'Некорректный номер телефона'],
		],
		advice: 'Correct the phone number.',
	},
	content: {
		meaning: 'refused',
		starts: ['Нет текста', 'Нет ссылки', 'No text', 'No URL'],
		advice: 'Fill in what the message lacks.',
	},
} as const satisfies Readonly<Record<string, KnownReason>>;

/** Why the gateway did not send a message, as a stable code. */
export type Reason = keyof typeof TABLE;

const REASONS: Readonly<Record<Reason, KnownReason>> = TABLE;

const compiled = once(() =>
	(Object.keys(TABLE) as Reason[]).map((reason) => {
		const { starts, test } = REASONS[reason];
		return { reason, starts: starts.map(knownWords), test };
	}),
);

/** What some gateways write before each reason. */
const MARKS = ['error', 'ошибка'];

/**
 * The reason the gateway's words begin with (docs/protocol.md section 6a); `undefined` for words that are not known. Looks at no more
 * than the first 1,000 characters.
 */
export function reasonOf(text: string): Reason | undefined {
	const all = wordsIn(text);
	const words = MARKS.includes(all[0] ?? '') ? all.slice(1) : all;
	const found = compiled().find(({ starts, test }) => test?.(words) === true || starts.some((start) => beginWith(words, start)));
	return found?.reason;
}

/** What a reason says of the message; words that are not known are a refusal. */
export function meaningOf(reason: Reason | undefined): Meaning {
	return reason === undefined ? 'refused' : REASONS[reason].meaning;
}

/** What the user can do about a reason: whole sentences in English. */
export function adviceOn(reason: Reason): string {
	return REASONS[reason].advice;
}
