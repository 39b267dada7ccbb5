package dev.descent.dataset.specification;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a dataset comes from, as the client says it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface DatasetSpecification permits Synthetic, Inline, Stored {

}
