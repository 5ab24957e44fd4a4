package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.http.HttpResponse;

/// What the webhook answered, read back.
record Response(AdmissionResponse response) {
  static Response of(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var review = Serialization.unmarshal(answer.body(), AdmissionReview.class);
    assertThat(review.getApiVersion()).isEqualTo("admission.k8s.io/v1");
    assertThat(review.getResponse().getUid()).isEqualTo("u-1");
    return new Response(review.getResponse());
  }

  boolean allowed() {
    return response.getAllowed();
  }
}
