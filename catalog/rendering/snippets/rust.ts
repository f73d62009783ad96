import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const rust: SnippetLanguage = {
  ids: ["rust"],
  name: "Rust",
  quote: doubleQuoted,
  fallbackSdk: { type: "ServiceError", value: "err.code()" },
  sdks: {
    aws: {
      imports: "use aws_smithy_types::error::metadata::ProvideErrorMetadata;",
      type: "impl ProvideErrorMetadata",
      value: "err.code()",
    },
  },
  compare: `if let Err(err) = send().await {
    if {{value}} == Some({{code}}) {
        // {{handle}}
    } else {
        return Err(err);
    }
}`,
  switch: `if let Err(err) = send().await {
    match {{value}} {
{{cases}}        _ => return Err(err),
    }
}`,
  case: `        Some({{code}}) => {
            // {{handle}}
        }
`,
  retry: {
    backoff: `let mut attempt = 1;
let response = loop {
    match send().await {
        Ok(response) => break response,
        Err(err) => {
            if {{value}} != Some({{code}}) || attempt == 5 {
                return Err(err);
            }
        }
    }
    // {{jitter}}
    let limit = (200u64 << attempt).min(20_000);
    tokio::time::sleep(Duration::from_millis(rand::random_range(0..limit))).await;
    attempt += 1;
};`,
    renew: `let response = match send().await {
    Err(err) if {{value}} == Some({{code}}) => {
        // {{renew}}
        renew().await?;
        send().await?
    }
    other => other?,
};`,
    no: `if let Err(err) = send().await {
    if {{value}} == Some({{code}}) {
        // {{report}}
        eprintln!("{err:?}");
    }
    return Err(err);
}`,
  },
};
