/**
 * The one door to the pure core: the gateway's protocol (docs/protocol.md), without n8n, clock or network. Code outside of this folder
 * imports from here and nowhere else in it, which a test checks; what is not listed here may change freely.
 */

// What is sent: channels, messages, the rules for them, and how they are packed into requests.
export type { RequestLimits, Sending } from './batching';
export { limitsOf, RequestPacker } from './batching';
export type { ChannelName, ChannelTable } from './channels';
export { CHANNEL_NAMES, channelNamesIn, CHANNELS, isChannelName } from './channels';
export { checkVariables } from './contactVariables';
export type { ChannelContent, ContentField, FieldName } from './contentFields';
export type { FieldKind } from './fieldKinds';
export type { ListResult, MatchedLists } from './listAnswers';
export { matchLists, meansNoLists } from './listAnswers';
export type { Content, ListMessage, Message, Recipient } from './message';
export { checkMessage } from './rules';
export type { Violation, ViolationCode } from './violation';
export type { TemplateParameter } from './wireWriter';

// The protocols, the account that uses them, and the addresses.
export type { Codec, GatewayRequest, Known, ProtocolName } from './codecs';
export { PROTOCOLS } from './codecs';
export { isExposed, readHost } from './host';
export type { Proof, Signable } from './signing';
export { quoterOf, readProof, redactorOf, sign, signedUrlGrowth } from './signing';

// What is answered: whose each answer is, what it means, and what became of a message.
export { isAboutAccess } from './accessWords';
export type { AcceptedAnswer, MessageAnswer, RecipientAnswer, RefusedAnswer, SendAnswer, StateRecord, StatesAnswer } from './answers';
export { channelStatusesOf, engagementOf, inCascade } from './channelStatus';
export { canTell, inferredFrom, TELLING_CHANNELS } from './engagement';
export type { ProtocolErrorCode } from './errors';
export { CascadeError, ProtocolError } from './errors';
export type { Matched } from './matching';
export { matchAnswers } from './matching';
export type { Status } from './messageStatus';
export { statusOf } from './messageStatus';
export type { Reason } from './reasons';
export { adviceOn, reasonOf } from './reasons';
export type { Result } from './result';
export type { Engagement, Outcome } from './stateWords';
export { ENGAGEMENTS, isFinal, isState } from './stateWords';

// What can be asked about the account.
export type { AccountAnswer, AccountTrouble } from './account/answer';
export { changesAccount, encodeQuestion, notOffered, readAccountAnswer } from './account/answer';
export type { Balance, Price } from './account/balance';
export type { Changed } from './account/changed';
export type { AccountClock } from './account/clock';
export { clockOffsetOf, compareClock } from './account/clock';
export type { ContactChange, ContactDetails } from './account/contactChanges';
export type { Contact, ContactsInput, Gender } from './account/contacts';
export { ADDITIONS } from './account/contacts';
export { readDay } from './account/day';
export type { PhoneFacts } from './account/phoneFacts';
export type { NoInput } from './account/question';
export type { AnswerOf, InputOf, QuestionName } from './account/questions';
export type { Senders } from './account/senders';
export type { StopListChange } from './account/stopList';
export type { PriceRange, Tariff } from './account/tariffs';
export { tariffsIn } from './account/tariffs';

// What comes without being asked: replies of subscribers.
export type { Reply, ReplyReading, ReplyRefusal, ReplyRefusalCode } from './replies/reply';
export { readReply } from './replies/reply';
export { fingerprintOf, isSameSecret } from './replies/sameness';

// Phones, times and client numbers, as people write them and as the gateway wants them.
export { clientNumberOf } from './clientNumber';
export type { Country } from './countries';
export { COUNTRIES, COUNTRY_NAMES, isCountry } from './countries';
export { fromGatewayTime, isTimeZone, readInstant, toGatewayTime } from './gatewayTime';
export { toGatewayPhone } from './phone';

// When messages may be sent, on the recipients' clocks.
export type { SendWindow, SendWindowErrorCode, WrittenWindow } from './sendWindow';
export { readSendWindow, SendWindowError } from './sendWindow';
export type { OpenIn } from './windowOpening';
export { nextOpening, windowIn } from './windowOpening';
export type { Zone } from './zone';
export { isShownTwice, isZone } from './zone';

// What a text takes as an SMS, and what makes it dear.
export type { DearCharacter, DearCharacters } from './dearCharacters';
export { dearCharacters } from './dearCharacters';
export type { SmsEncoding, SmsParts } from './smsParts';
export { smsPartsOf } from './smsParts';

// Money, without traces of fractions.
export { fromMillionths, moneyText, toMillionths } from './money';

// Values that may be anything, read with care.
export { isRecord } from './isRecord';
export { inGroups, listOf } from './lists';
export { numberOf } from './numbers';
export { parseExactJson, parseJson } from './parseJson';
export { isGatewayId, scalarText } from './scalars';

// Texts, and words for the user.
export { isBlank, trimBlanks, withoutInvisible } from './blanks';
export { counted, hasHalfCharacter, inTexts, shorten, splitList } from './text';
