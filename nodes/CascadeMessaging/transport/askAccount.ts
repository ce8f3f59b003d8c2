import type { AccountAnswer, AnswerOf, InputOf, QuestionName } from '../protocol';
import { changesAccount, encodeQuestion } from '../protocol';
import type { AccountGateway } from './accountGateway';
import type { AccountReply } from './accountReply';
import { readReply } from './accountReply';
import { logFault, meaningOfTries } from './errorMeaning';
import { ask } from './gateway';
import { OneForEach } from './oneForEach';
import { Places } from './places';
import { isOver } from './retrier';
import { NOT_REACHED } from './stateReply';

/** Of more requests at once a gateway may lose some (docs/protocol.md section 8). */
const MOST_AT_ONCE = 5;

/** All runs of this process share the places of an account. */
const places = new OneForEach(() => new Places(MOST_AT_ONCE));

/**
 * Asks the gateway something about an account, or lets it change something there (section 8). A question is asked again like one about
 * states; a change is not, once it may have arrived. Never throws for what the gateway does or does not do.
 */
export async function askAccount<Name extends QuestionName>(
	{ context, account, settings, retrier }: AccountGateway,
	name: Name,
	input: InputOf<Name>,
): Promise<AccountReply<AnswerOf<Name>>> {
	const request = encodeQuestion(name, input);
	const attempt = async (): Promise<AccountAnswer<AnswerOf<Name>> | undefined> => {
		const came = await places.of(account.key).take(async () => {
			return isOver(settings) ? undefined : await ask(context, account, request, settings.timeoutSeconds);
		}, settings.signal);
		return came && readReply(came, { name, input, quote: account.quote });
	};
	const tried = await retrier.run(attempt, { isRepeatable: !changesAccount(name) });
	if ('error' in tried) {
		logFault(context.logger, tried.error, account.redact);
		const { code, message, mayHaveArrived } = meaningOfTries(tried, account.quote);
		return { trouble: { code, message, mayHaveArrived } };
	}
	const { value = { trouble: NOT_REACHED }, mayHaveArrived } = tried;
	if ('answer' in value) return value;
	const { mayBeDone, ...trouble } = { mayBeDone: false, ...value.trouble };
	return { trouble: { ...trouble, mayHaveArrived: mayHaveArrived || mayBeDone } };
}
