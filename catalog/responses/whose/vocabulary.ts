import type { Catalog } from "../../model/catalog.ts";
import { hasFailureWord } from "../../model/failure-words.ts";
import { isDistinctive, wordsOf } from "../../model/words.ts";
import { fieldNamed } from "../field-names.ts";

/** What the classes of exceptions are called that stand for no code of their own. */
const general =
  /^(?:.*(?:SDK|Sdk|Http|HTTP|Client|Server|Service|Amazon\w*|Runtime|IO|Web|Request|Response|Unmarshalling|Tea|Bce\w*|OSS|Oss|Cos\w*|Log|Fc|S3|EC2|Ec2|DynamoDb|Sqs|Sns|Sts|Iam|Kms|Lambda|Ecs|Rds|CloudFormation|DynamoDB))?(?:Exception|Error)$/;
/** Packages whose classes say less than the code in the message. */
const generalPackages = /^odps\.errors\./;
/** The package of a class. */
const packages = /^(?:[a-z_][\w$]*\.)+(?=[A-Z])|^(?:\w+(?:\.|::|\\))+(?=[A-Z]\w*(?:Exception|Error)$)/;
/** The states of operating systems and of Node that stand where a code does. */
const ofSystem = /^E[A-Z]{3,}$|^ERR_[A-Z_\d]+$/;

/** Exceptions of programming languages, although a cloud may have a code of the name. */
const ofLanguage =
  /^(?:Arithmetic|Assertion|Attribute|BrokenPipe|BlockingIO|ChildProcess|Connection(?:Aborted|Refused|Reset)?|EOF|FileExists|FileNotFound|Import|Index|Interrupted|IsADirectory|Key|Lookup|Memory|ModuleNotFound|Name|NotADirectory|NotImplemented|OS|Permission|Range|Recursion|Reference|Runtime|Standard|Syntax|System|Timeout|Type|Unicode\w*|Value)Error$|^(?:ClassNotFound|Completion|Execution|Execution|FileNotFound|IllegalArgument|IllegalState|IndexOutOfBounds|Invocation\w*|NullPointer|NoSuchElement|NumberFormat|Socket|SocketTimeout|UncheckedIO|UndeclaredThrowable|UnknownHost|UnsupportedOperation)Exception$/;

/** The packages of the libraries of programming languages, the classes of which stand for no code. */
const libraries = /^(?:javax?|kotlin|scala|builtins|exceptions|System)\.(?=[\w.]*(?:Exception|Error)$)/;

/** The words that are error codes, as far as a catalog knows. */
export class Vocabulary {
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  isOfficial(code: string): boolean {
    return this.#catalog.isOfficial(code);
  }

  /**
   * Returns the code that a word before a message stands for: the word, or the code of which it is the class of the
   * exception. Returns undefined for general exceptions and for ordinary words.
   */
  codeOf(word: string, isOfSdk = false): string | undefined {
    const name = this.isOfficial(word) ? word : word.replace(packages, "");
    if (fieldNamed(name) !== undefined || /^https?$/i.test(name) || ofSystem.test(name)) return undefined;
    if (libraries.test(word) || (ofLanguage.test(name) && name === word)) return undefined;
    if (generalPackages.test(word)) return undefined;
    const bare = name.replace(/(?:Exception|Error)$/, "");
    const packageName = word.slice(0, word.length - name.length);
    // `S3Exception` of S3 is the class of all its errors; another service has a code of this name.
    if (
      general.test(name) &&
      /\bservices\.\w+\.model\.$/.test(packageName) &&
      !this.#isOfService(name, packageName)
    )
      return undefined;
    const isClassOfCode = this.#isOfService(bare, packageName) && !this.#isOfService(name, packageName);
    for (const code of isClassOfCode ? [bare, name] : [name, bare])
      if (code !== "" && this.isOfficial(code) && (isOfSdk || isTelling(code))) return code;
    const isClass = name !== bare;
    if (!isClass && packageName !== "") return undefined;
    return isOfSdk && !general.test(name) && hasTwoWords(name) && (isDistinctive(name) || isClass)
      ? name
      : undefined;
  }

  /**
   * Whether a code is one of the service that the package of a class names: there, NoSuchBucketException is the class
   * for NoSuchBucket, while LimitExceededException of others is a code itself.
   */
  #isOfService(code: string, packageName: string): boolean {
    if (code === "" || packageName === "") return false;
    const names = packageName.toLowerCase().split(/\W+/);
    return this.#catalog.entriesOf(code).some(({ service }) => names.includes(service));
  }

  /**
   * Whether a word may be a code, but a clearer one can stand behind it: it is a single word, or the class of exceptions
   * that stand for no code of their own.
   */
  isGeneral(word: string): boolean {
    const name = word.replace(packages, "");
    return general.test(name) || !hasTwoWords(name);
  }

  /** Whether the value of a field that names a code can be one; `isSure` if other fields of an error stand beside it. */
  isPlausible(code: string, isSure: boolean): boolean {
    if (isSure && /^[A-Z]\w{2,60}(?: [A-Z]\w{2,60}){1,2}$/.test(code)) return true;
    if (!/^[\p{L}\d_][\w.:-]{0,199}$/u.test(code) || ofSystem.test(code)) return false;
    if (this.isOfficial(code)) return true;
    if (!/[A-Za-z]/.test(code)) return false;
    return isDistinctive(code) || (isSure && (/^[A-Z]/.test(code) || /[._-]/.test(code)));
  }
}

/** Codes of one word that are ordinary words of logs. */
const ordinary = new Set(["Exception", "Internal", "Unavailable", "Unknown"]);

/** Whether a code before a message is more than an ordinary word: it has several, or says that something failed. */
function isTelling(code: string): boolean {
  return hasTwoWords(code) || (code.length > 8 && hasFailureWord(code) && !ordinary.has(code));
}

function hasTwoWords(code: string): boolean {
  return wordsOf(code).length > 1;
}
