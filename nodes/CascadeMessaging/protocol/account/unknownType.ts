import { hasStem, wordsIn } from '../words';

/** What gateways may call the kind of a question, in Russian and in English. */
const KIND = ['тип', 'метод', 'команд', 'функци', 'операци', 'действи', 'type', 'method', 'command', 'function', 'operation', 'action'];

/** Words that say it is none of theirs. */
const UNKNOWN = [
	...['неизвест', 'неверн', 'неправильн', 'некоррект', 'недопуст', 'неподдерж', 'несуществ', 'недоступ', 'отсутств'],
	...['unknown', 'invalid', 'unsupported', 'wrong', 'incorrect', 'undefined', 'unrecogni', 'unexpected', 'unavailab', 'missing'],
];

/** Words that say so behind a "not", and the like of it. */
const DENIALS = ['не', 'нет', 'not', 'no', 'doesn', 'isn'];
const DENIED = [
	...['поддерж', 'найден', 'существ', 'определ', 'указан', 'задан', 'реализ', 'предусм', 'распозн', 'извест', 'доступ', 'таког', 'такой'],
	...['support', 'found', 'exist', 'implement', 'recogni', 'known', 'such', 'allow', 'available', 'defin', 'specif', 'given', 'valid'],
];

/** How many words may stand between the two, as in "doesn't seem to exist". */
const REACH = 4;

/** What else such words may be about: who asks, or what was asked with. */
const DOUBTS = [
	...['логин', 'парол', 'токен', 'ключ', 'авториз', 'аутентиф', 'пользоват', 'аккаунт', 'учетн', 'клиент', 'прав', 'тариф', 'услуг'],
	...['login', 'password', 'token', 'key', 'auth', 'user', 'account', 'credential', 'access', 'client', 'permission', 'secur'],
	...['номер', 'телефон', 'абонент', 'данны', 'файл', 'сообщен', 'отправител', 'текст', 'sms', 'смс', 'канал', 'содерж', 'контент'],
	...['документ', 'баз', 'списк', 'number', 'phone', 'data', 'file', 'message', 'sender', 'text', 'channel', 'content', 'media', 'mime'],
	...['document', 'json', 'xml', 'base', 'list'],
];

/**
 * Says whether the words of a refusal mean that the gateway does not know the question itself, which goes by `type` on the wire
 * (docs/protocol.md section 8). No source gives such words, so in doubt they mean something else: nobody is to be told that an operator does not
 * offer what a mended login would bring.
 */
export function meansUnknownType(refusal: string, type: string): boolean {
	const asked = wordsIn(type);
	const words = wordsIn(refusal).filter((word) => !asked.includes(word));
	const isAboutKind = words.some((word) => hasStem(word, KIND));
	const isUnknown = words.some((word, index) => hasStem(word, UNKNOWN) || isDenied(words, index));
	return isAboutKind && isUnknown && !words.some((word) => hasStem(word, DOUBTS));
}

function isDenied(words: readonly string[], index: number): boolean {
	return DENIALS.includes(words[index] ?? '') && words.slice(index + 1, index + 1 + REACH).some((word) => hasStem(word, DENIED));
}
