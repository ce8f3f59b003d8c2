/** What gateways say of a client number they know; the manual says only that such a message is not sent (PROTOCOL.md 1). */
const WORDS = [
	/client_id_message.*(уже|повтор|использ|существ|отправ)/is,
	/(уже|ранее|раннее)\s+(был[оаи]?\s+)?(отправл|принят|принима|обработ)/i,
	/повторн\S*\s+(отправк|сообщен|запрос)|дубл[ьи]/i,
	/already\s+(been\s+)?(sent|accepted|processed|exists|used)|duplicate/i,
];

const LONGEST_READ = 1000;

/** Says whether a reason for refusal means that the gateway has taken a message with this client number before. */
export function meansRepeat(reason: string): boolean {
	// Words may be as long as an answer, and the patterns would take long over them.
	const start = reason.slice(0, LONGEST_READ);
	return WORDS.some((words) => words.test(start));
}
