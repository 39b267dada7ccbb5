package dev.descent.dataset.specification;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a dataset comes from, as the client says it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "Data to train on: a recipe for synthetic data, the data themselves, or data stored before.")
public sealed interface DatasetSpecification permits Synthetic, Inline, Stored {

}
