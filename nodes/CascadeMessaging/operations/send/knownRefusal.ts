/** The beginnings of what gateways are known to say when they refuse a whole request (PROTOCOL.md section 6a). */
const KNOWN =
	/^(неправильный логин или пароль|неправильный формат (json|xml) документа|post данные отсутствуют|(ваш )?аккаунт заблокирован|(у нас )?закончились sms|нет отправителя|такого отправителя нет)/i;

/** Says whether a refusal is in words that gateways are known for, and that no web server or proxy would use. */
export function isKnownRefusal(words: string): boolean {
	return KNOWN.test(words.trim());
}
